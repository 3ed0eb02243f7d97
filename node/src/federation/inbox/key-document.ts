import type { KeyLimits } from './limits.ts';
import { originOf } from './origin-of.ts';

/** The public key of an actor of another server. */
export interface ActorKey {
  readonly id: string;
  /** Address of the actor. */
  readonly owner: string;
  readonly publicKeyPem: string;
}

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const idOf = (value: unknown): unknown => (isMembers(value) ? value['id'] : value);

/** Whether two addresses are the same once they are written alike. */
export const isSameAddress = (one: unknown, other: string): boolean =>
  typeof one === 'string' && URL.parse(one)?.href === URL.parse(other)?.href;

/** The address at which the document with a key stands. */
export const documentOfKey = (keyId: string): string => {
  const url = new URL(keyId);
  url.hash = '';
  return url.href;
};

/**
 * The key of this id in a document: an actor's `publicKey`, or the document itself. What the document only names by address is not looked at.
 * @returns undefined where it is not there, or is said to be of another origin's actor (FEP-fe34)
 */
export const keyIn = (document: unknown, keyId: string, limits: KeyLimits): ActorKey | undefined => {
  if (!isMembers(document)) return undefined;
  const key = [document, ...listOf(document['publicKey'])].find((one) => isMembers(one) && one['id'] === keyId);
  if (!isMembers(key)) return undefined;
  const { owner, publicKeyPem } = key;
  return typeof owner === 'string' &&
    owner.length <= limits.addressCharactersMax &&
    originOf(owner) === originOf(keyId) &&
    typeof publicKeyPem === 'string' &&
    publicKeyPem.length <= limits.keyCharactersMax
    ? { id: keyId, owner, publicKeyPem }
    : undefined;
};

/** Whether an actor says in its own document that a key is its own: a host may let people put up documents that say so of others. */
export const hasKey = (document: unknown, { owner, id }: ActorKey): boolean =>
  isMembers(document) &&
  isSameAddress(document['id'], owner) &&
  listOf(document['publicKey']).some((one) => idOf(one) === id);
