import { type DocumentLoader, FetchError } from '@fedify/vocab-runtime';
import { createTokenBuckets } from '../../http/token-buckets.ts';
import type { Clock } from '../../model/clock.ts';
import { siteOf } from '../fetching/site-of.ts';
import { type ActorKey, documentOfKey, hasKey, isSameAddress, keyIn } from './key-document.ts';
import { type KeyLimits, keyLimits } from './limits.ts';
import { originOf } from './origin-of.ts';

/** A key, or why there is none. */
export type KeyReading =
  | { readonly ok: true; readonly key: ActorKey }
  /** `gone`: its host says that nothing stands there. `busy`: it was not asked now. */
  | { readonly ok: false; readonly because: 'gone' | 'unreadable' | 'busy' };

/** Finds the keys of actors elsewhere, each read now and then. */
export interface KeyFinder {
  find(keyId: string): Promise<KeyReading>;
  /** Once a signature did not fit: it may have been changed. What was read lately is not read again. */
  findAnew(keyId: string): Promise<KeyReading>;
}

/** What was read, with the document of the key's owner where there is one. */
interface Loaded {
  readonly reading: KeyReading;
  readonly owner?: unknown;
}

interface Kept {
  readonly reading: KeyReading;
  /** When its host was asked last. */
  readonly askedMs: number;
  readonly readMs: number;
}

const goneStatuses: ReadonlySet<number> = new Set([404, 410]);
const minuteMs = 60_000;

/** Makes the finder of one node. @param loader reads a document of the origin that it is asked for, and of no other */
export const createKeyFinder = (
  loader: () => Promise<DocumentLoader>,
  clock: Clock,
  limits: KeyLimits = keyLimits,
): KeyFinder => {
  // In order of use: a map keeps the order in which keys were set.
  const kept = new Map<string, Kept>();
  const reads = new Map<string, Promise<KeyReading>>();
  /** Requests that wait, by the site of their keys: a wildcard gives one domain origins without end. */
  const waiting = new Map<string, number>();
  const buckets = (quota: number) =>
    createTokenBuckets(clock, { quota, windowMs: minuteMs, clientsMax: limits.countedMax });
  const firstReads = buckets(limits.hostKeysAMinuteMax);
  const rereads = buckets(limits.hostKeysAnewAMinuteMax);

  const keep = (keyId: string, value: Kept): void => {
    kept.delete(keyId);
    kept.set(keyId, value);
    if (kept.size > limits.keysMax) for (const [oldest] of kept.entries().take(1)) kept.delete(oldest);
  };

  const load = async (keyId: string): Promise<Loaded> => {
    const options = { signal: AbortSignal.timeout(limits.keyReadMsMax) };
    const unreadable: Loaded = { reading: { ok: false, because: 'unreadable' } };
    try {
      const get = await loader();
      const address = documentOfKey(keyId);
      const { document } = await get(address, options);
      const key = keyIn(document, keyId, limits);
      if (key === undefined) return unreadable;
      const owner = isSameAddress(address, key.owner) ? document : (await get(key.owner, options)).document;
      return hasKey(owner, key) ? { reading: { ok: true, key }, owner } : unreadable;
    } catch (error) {
      const isGone = error instanceof FetchError && goneStatuses.has(error.response?.status ?? 0);
      return isGone ? { reading: { ok: false, because: 'gone' } } : unreadable;
    }
  };

  /** Forgets keys that an actor no longer names: one that was replaced may have been stolen. */
  const forgetReplaced = ({ owner: address }: ActorKey, owner: unknown): void => {
    for (const [keyId, { reading }] of kept)
      if (reading.ok && reading.key.owner === address && !hasKey(owner, reading.key)) kept.delete(keyId);
  };

  const read = async (keyId: string): Promise<KeyReading> => {
    const { reading, owner } = await load(keyId);
    const nowMs = clock.now();
    const before = kept.get(keyId);
    if (reading.ok) forgetReplaced(reading.key, owner);
    // What can't be read now may be a host that is just starting: a key that was good stays so until its time is over.
    if (reading.ok || before?.reading.ok !== true) keep(keyId, { reading, askedMs: nowMs, readMs: nowMs });
    else keep(keyId, { ...before, askedMs: nowMs });
    return kept.get(keyId)?.reading ?? reading;
  };

  /** Waits for a key that is being read, once for all who want it. */
  const wait = async (keyId: string, origin: string): Promise<KeyReading> => {
    const site = siteOf(new URL(origin));
    const ofSite = waiting.get(site) ?? 0;
    const all = waiting.values().reduce((sum, count) => sum + count, 0);
    if (ofSite >= limits.waitingOfHostMax || all >= limits.waitingMax) return { ok: false, because: 'busy' };
    if (!reads.has(keyId)) {
      const bucket = kept.get(keyId)?.reading.ok === true ? rereads : firstReads;
      if (!bucket.take(site).allowed) return { ok: false, because: 'busy' };
      reads.set(
        keyId,
        read(keyId).finally(() => reads.delete(keyId)),
      );
    }
    waiting.set(site, ofSite + 1);
    try {
      return (await reads.get(keyId)) ?? { ok: false, because: 'busy' };
    } finally {
      const left = (waiting.get(site) ?? 1) - 1;
      if (left === 0) waiting.delete(site);
      else waiting.set(site, left);
    }
  };

  return {
    async find(keyId) {
      const origin = originOf(keyId);
      if (origin === undefined || keyId.length > limits.addressCharactersMax)
        return { ok: false, because: 'unreadable' };
      const before = kept.get(keyId);
      const lifeMs = before?.reading.ok === true ? limits.keyMs : limits.keyMissingMs;
      if (before !== undefined && clock.now() - before.readMs < lifeMs) {
        keep(keyId, before);
        return before.reading;
      }
      kept.delete(keyId);
      return wait(keyId, origin);
    },
    async findAnew(keyId) {
      const before = kept.get(keyId);
      const origin = originOf(keyId);
      if (before === undefined || origin === undefined) return { ok: false, because: 'unreadable' };
      if (clock.now() - before.askedMs < limits.keyAnewMs) return before.reading;
      const after = await wait(keyId, origin);
      return after.ok ? after : before.reading;
    },
  };
};
