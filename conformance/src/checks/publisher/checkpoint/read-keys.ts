import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, type JsonObject } from '../../../json/json-value.ts';

/** A key of the description whose form is right. */
export interface ReadKey {
  readonly key: JsonObject;
  readonly pointer: string;
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly validFromMs: number;
  /** Infinity for one that was not revoked. */
  readonly revokedMs: number;
}

const readKey = (key: unknown, pointer: string): ReadKey | undefined => {
  if (!isObject(key)) return undefined;
  const { id, publicKeyMultibase, validFrom, revoked } = key;
  if (typeof id !== 'string' || typeof publicKeyMultibase !== 'string' || typeof validFrom !== 'string')
    return undefined;
  return {
    key,
    pointer,
    id,
    publicKeyMultibase,
    validFromMs: Date.parse(validFrom),
    revokedMs: typeof revoked === 'string' ? Date.parse(revoked) : Number.POSITIVE_INFINITY,
  };
};

/** The keys that a description lists. */
export const readKeys = ({ keys }: JsonObject): readonly ReadKey[] =>
  Array.isArray(keys) ? keys.flatMap((key: unknown, at) => readKey(key, jsonPointer('keys', at)) ?? []) : [];

/** The recovery key of a description. */
export const readRecoveryKey = ({ recoveryKey }: JsonObject): ReadKey | undefined =>
  readKey(recoveryKey, jsonPointer('recoveryKey'));

/** Did the key count at this time? */
export const wasValid = ({ validFromMs, revokedMs }: ReadKey, atMs: number): boolean =>
  validFromMs <= atMs && atMs < revokedMs;
