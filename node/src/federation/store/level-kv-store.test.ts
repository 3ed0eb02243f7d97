import { kvCache, MemoryKvStore } from '@fedify/fedify';
import { afterEach, describe, expect, it } from 'vitest';
import { storeLimits } from '../limits.ts';
import { kvStoreContract } from './kv-store.contract.ts';
import { openFederationStore } from './open-federation-store.ts';
import { duration, HandClock, scratchFolder } from './store.fixture.ts';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each[Symbol.asyncDispose]();
});

const openStore = async (clock = new HandClock(), path?: string) => {
  const folder = path ?? (await keep(scratchFolder())).path;
  return keep(openFederationStore(folder, { clock }));
};
const keep = async <T extends AsyncDisposable>(making: Promise<T>): Promise<T> => {
  const made = await making;
  opened.push(made);
  return made;
};

// So many bytes with the quotes, and with the blank before a value.
const key = (bytes: number): [string] => ['k'.repeat(bytes - 2)];
const value = (bytes: number): string => 'v'.repeat(bytes - 3);

describe('the key-value store of Fedify itself', () => {
  kvStoreContract(() => Promise.resolve(new MemoryKvStore()));
});

describe('the key-value store in Level', () => {
  kvStoreContract(async () => (await openStore()).kv);

  it('forgets a value when its time is over, and not before', async () => {
    const clock = new HandClock();
    const { kv } = await openStore(clock);
    await kv.set(['a'], 1, { ttl: duration(1_000) });
    clock.turn(999);
    expect(await kv.get(['a'])).toBe(1);
    expect(await kv.cas(['a'], undefined, 2)).toBe(false);
    clock.turn(1);
    expect(await kv.get(['a'])).toBeUndefined();
    expect(await Array.fromAsync(kv.list())).toEqual([]);
    expect(await kv.cas(['a'], undefined, 2)).toBe(true);
    await kv.set(['b'], 1, { ttl: duration(0) });
    expect(await kv.get(['b'])).toBeUndefined();
  });

  it('sweeps what expired, and leaves what was set anew to last longer', async () => {
    const clock = new HandClock();
    const { kv, tables } = await openStore(clock);
    await Promise.all(
      Array.from({ length: storeLimits.sweepRowsMax + 1 }, (_, index) =>
        kv.set(['old', String(index)], index, { ttl: duration(5) }),
      ),
    );
    await kv.set(['longer'], 1, { ttl: duration(5) });
    await kv.set(['longer'], 2, { ttl: duration(50) });
    await kv.set(['for ever'], 1, { ttl: duration(5) });
    await kv.set(['for ever'], 3);
    clock.turn(5);
    expect(await kv.sweep()).toBe(storeLimits.sweepRowsMax + 1);
    expect(await tables.keys('value', { limit: 10 })).toEqual(['"for ever"', '"longer"']);
    expect(await tables.keys('expiry', { limit: 10 })).toHaveLength(1);
    expect(await kv.get(['longer'])).toBe(2);
  });

  it('keeps values over a restart', async () => {
    await using folder = await scratchFolder();
    {
      await using store = await openFederationStore(folder.path, { clock: new HandClock() });
      await store.kv.set(['a', 'b'], 'kept');
    }
    await using store = await openFederationStore(folder.path, { clock: new HandClock() });
    expect(await store.kv.get(['a', 'b'])).toBe('kept');
  });

  it('takes a record that cannot be read for none', async () => {
    const { kv, tables } = await openStore();
    await kv.set(['a'], 1);
    await tables.write([{ table: 'value', key: '"a"', value: ' {"half":' }], false);
    expect(await kv.get(['a'])).toBeUndefined();
    expect(await kv.cas(['a'], undefined, 2)).toBe(true);
  });

  it('keeps to its limits', async () => {
    const { kv } = await openStore();
    await kv.set(key(storeLimits.keyBytesMax), 1);
    await expect(kv.set(key(storeLimits.keyBytesMax + 1), 1)).rejects.toMatchObject({ code: 'limit-exceeded' });
    await kv.set(['a'], value(storeLimits.valueBytesMax));
    await expect(kv.set(['a'], value(storeLimits.valueBytesMax + 1))).rejects.toMatchObject({ code: 'limit-exceeded' });
    await expect(kv.cas(['b'], undefined, value(storeLimits.valueBytesMax + 1))).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });

  it('serves Fedify as a cache of documents, with the lifetimes that Fedify makes', async () => {
    const clock = new HandClock();
    const { kv } = await openStore(clock);
    let fetched = 0;
    const load = kvCache({
      kv,
      loader: (url) => {
        fetched += 1;
        return Promise.resolve({ contextUrl: null, documentUrl: url, document: { id: url, fetched } });
      },
    });
    const url = 'https://peer.example/actor';
    await load(url);
    expect(await load(url)).toMatchObject({ document: { id: url, fetched: 1 } });
    clock.turn(5 * 60_000);
    expect(await load(url)).toMatchObject({ document: { id: url, fetched: 2 } });
  });
});
