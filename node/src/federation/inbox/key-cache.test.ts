import { type KvStore, MemoryKvStore } from '@fedify/fedify';
import { CryptographicKey } from '@fedify/vocab';
import { expect, it } from 'vitest';
import { bundledContexts } from './document-loaders.ts';
import { createKeyCache, publicKeyPrefix, withExpiringKeys } from './key-cache.ts';
import { rsaKeys } from './rsa-keys.test-helper.ts';

it('keeps keys for a while, and what is none for a moment', async () => {
  const lives: (number | undefined)[] = [];
  const memory = new MemoryKvStore();
  const kv: KvStore = {
    get: (key) => memory.get(key),
    delete: (key) => memory.delete(key),
    list: (prefix) => memory.list(prefix),
    set(key, value, options) {
      lives.push(options?.ttl?.total('millisecond'));
      return memory.set(key, value, options);
    },
  };
  const cache = createKeyCache(kv, { keyMs: 86_400_000, loader: bundledContexts });
  const [id, owner] = [new URL('https://a.example/ann#main-key'), new URL('https://a.example/ann')];
  const { publicKey } = await rsaKeys();
  expect(await cache.get(id)).toBeUndefined();
  await cache.set(id, new CryptographicKey({ id, owner, publicKey }));
  expect((await cache.get(id)) instanceof CryptographicKey && (await cache.get(id))?.id?.href).toBe(id.href);
  await cache.set(id, null);
  expect(await cache.get(id)).toBeNull();
  // What Fedify puts there for good goes too; its other marks stay as it wants them.
  const expiring = withExpiringKeys(kv, 5_000);
  await expiring.set([...publicKeyPrefix, 'b'], {});
  await expiring.set(['_fedify', 'other'], {});
  expect(lives).toEqual([86_400_000, 30_000, 5_000, undefined]);
});
