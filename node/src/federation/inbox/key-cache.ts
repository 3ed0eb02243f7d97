import type { KeyCache, KvKey, KvStore } from '@fedify/fedify';
import { CryptographicKey, Multikey } from '@fedify/vocab';
import type { DocumentLoader } from '@fedify/vocab-runtime';
import { duration } from './duration.ts';

/** Where Fedify itself looks for public keys, so that one fetch does for both. */
export const publicKeyPrefix = ['_fedify', 'publicKey'] as const satisfies KvKey;

const keyOf = (id: URL): KvKey => [...publicKeyPrefix, id.href];

/** A key that could not be had is asked for again soon: its host may only have been starting. */
const missingMs = 30_000;

/** Makes a cache of other people's public keys that forgets them after a while. */
export const createKeyCache = (
  kv: KvStore,
  { keyMs, loader }: { readonly keyMs: number; readonly loader: DocumentLoader },
): KeyCache => {
  const options = { documentLoader: loader, contextLoader: loader };
  return {
    async get(id) {
      const kept = await kv.get(keyOf(id));
      if (kept === undefined || kept === null) return kept;
      try {
        return await CryptographicKey.fromJsonLd(kept, options).catch(() => Multikey.fromJsonLd(kept, options));
      } catch {
        return undefined;
      }
    },
    async set(id, key) {
      const value: unknown = key === null ? null : await key.toJsonLd({ contextLoader: loader });
      await kv.set(keyOf(id), value, { ttl: duration(key === null ? missingMs : keyMs) });
    },
  };
};

/** A key-value store in which public keys expire, also those that Fedify puts there for good. */
export const withExpiringKeys = (kv: KvStore, keyMs: number): KvStore => ({
  get: (key) => kv.get(key),
  delete: (key) => kv.delete(key),
  list: (prefix) => kv.list(prefix),
  ...(kv.cas === undefined ? {} : { cas: kv.cas.bind(kv) }),
  set: (key, value, options) =>
    kv.set(
      key,
      value,
      options?.ttl === undefined && publicKeyPrefix.every((part, index) => key[index] === part)
        ? { ttl: duration(keyMs) }
        : options,
    ),
});
