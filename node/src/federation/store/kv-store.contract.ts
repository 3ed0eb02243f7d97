import type { KvKey, KvStore, KvStoreListEntry } from '@fedify/fedify';
import * as check from 'fast-check';
import { expect, it } from 'vitest';

const listed = async (store: KvStore, prefix?: KvKey): Promise<readonly KvStoreListEntry[]> => {
  const entries = await Array.fromAsync(store.list(prefix));
  return entries.toSorted((left, right) => (JSON.stringify(left.key) < JSON.stringify(right.key) ? -1 : 1));
};

const someKey = check.array(check.constantFrom('a', 'a"', 'a,', 'ab', '', '!', 'é', '\0', '\u{1f600}'), {
  minLength: 1,
  maxLength: 3,
}) as check.Arbitrary<KvKey & [string]>;

/** What every key-value store for Fedify does. `open` gives an empty one. */
export const kvStoreContract = (open: () => Promise<KvStore>): void => {
  it('gives what was set last, and nothing for a key that only starts alike', async () => {
    const store = await open();
    await store.set(['a', 'b'], { x: [1, null, 'é'] });
    await store.set(['a', 'b'], { x: [2, null, 'é'] });
    expect(await store.get(['a', 'b'])).toEqual({ x: [2, null, 'é'] });
    for (const key of [['a'], ['b'], ['a', 'b', 'c'], ['ab'], ['a', 'B']] as const)
      expect(await store.get(key)).toBeUndefined();
  });

  it('tells null, false and empty from nothing', async () => {
    const store = await open();
    for (const value of [null, false, 0, '', [], {}]) {
      await store.set(['value'], value);
      expect(await store.get(['value'])).toEqual(value);
    }
  });

  it('deletes, also what is not there', async () => {
    const store = await open();
    await store.set(['a'], 1);
    await store.delete(['a']);
    await store.delete(['b']);
    expect(await store.get(['a'])).toBeUndefined();
    expect(await listed(store)).toEqual([]);
  });

  it('swaps only what is as expected, and undefined stands for nothing', async () => {
    const store = await open();
    expect(await store.cas?.(['a'], 1, 2)).toBe(false);
    expect(await store.cas?.(['a'], undefined, { n: 1, m: [2] })).toBe(true);
    expect(await store.cas?.(['a'], undefined, 3)).toBe(false);
    expect(await store.cas?.(['a'], { m: [2], n: 1 }, 'new')).toBe(true);
    expect(await store.get(['a'])).toBe('new');
    expect(await store.cas?.(['a'], 'new', undefined)).toBe(true);
    expect(await store.get(['a'])).toBeUndefined();
  });

  it('lets one of many swap', async () => {
    const store = await open();
    const swaps = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => store.cas?.(['lock'], undefined, index)),
    );
    expect(swaps.filter(Boolean)).toHaveLength(1);
    expect(await store.get(['lock'])).toBe(swaps.indexOf(true));
  });

  it('lists exactly the keys whose first parts are the prefix', async () => {
    await check.assert(
      check.asyncProperty(check.array(someKey, { maxLength: 12 }), someKey, async (keys, prefix) => {
        const store = await open();
        for (const key of keys) await store.set(key, key.length);
        const unique = new Map(keys.map((key) => [JSON.stringify(key), key]));
        const matching = [...unique]
          .filter(([, key]) => prefix.every((part, index) => key[index] === part))
          .toSorted(([left], [right]) => (left < right ? -1 : 1));
        expect(await listed(store, prefix)).toEqual(matching.map(([, key]) => ({ key, value: key.length })));
        expect(await listed(store)).toHaveLength(unique.size);
      }),
      { numRuns: 40 },
    );
  });
};
