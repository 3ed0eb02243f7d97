import { hash } from 'node:crypto';
import type { KvKey, KvStore } from '@fedify/fedify';
import { duration } from './duration.ts';

/** Remembers what was received. */
export interface ReceivedIds {
  has(id: string): Promise<boolean>;
  /** @returns whether it is new */
  mark(id: string): Promise<boolean>;
}

/** Each takes as little room, however long its sender made it. */
const keyOf = (id: string): KvKey => ['openstraat', 'received', hash('sha256', id, 'base64url')];

/** Makes a memory of ids in the store of federation. */
export const createReceivedIds = (kv: KvStore, lifeMs: number): ReceivedIds => ({
  has: async (id) => (await kv.get(keyOf(id))) === true,
  mark: async (id) => (await kv.cas?.(keyOf(id), undefined, true, { ttl: duration(lifeMs) })) ?? true,
});
