import { type Kind, kindModels, kinds } from '@openstraat/spec';
import type { PublisherFacts } from '../../evidence/publisher-facts.ts';
import type { SeenEntry } from '../../evidence/seen-page.ts';
import { isObject, type JsonObject } from '../../json/json-value.ts';

/** A live thing of a kind that the vocabulary knows, as an entry states it. */
export interface LiveThing {
  readonly kind: Kind;
  readonly id: string;
  readonly data: JsonObject;
  readonly entry: SeenEntry;
}

/** The live thing of an entry; undefined where it is a tombstone, or says too little to be one (FEED-010, FEED-011). */
export const liveThing = (entry: SeenEntry): LiveThing | undefined => {
  const { state, kind: named, id, data } = entry.item;
  const kind = kinds.find((name) => name === named);
  return state === 'updated' && kind !== undefined && typeof id === 'string' && isObject(data)
    ? { kind, id, data, entry }
    : undefined;
};

/** The key in an id of this kind and origin; undefined when it is no such id. */
export const keyOf = (id: unknown, kind: Kind, { origin }: Pick<PublisherFacts, 'origin'>): string | undefined => {
  const start = `${origin}/${kindModels[kind].path}/`;
  if (typeof id !== 'string' || !id.startsWith(start)) return undefined;
  const key = id.slice(start.length);
  return /^[^/?#\s]+$/u.test(key) ? key : undefined;
};
