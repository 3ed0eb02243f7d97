import { chmod, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeLimits } from '../limits.ts';
import { GroupWriter } from './group-writer.ts';
import { openFederationStore } from './open-federation-store.ts';
import { storeDatabase } from './store-database.ts';
import { HandClock, scratchFolder } from './store.fixture.ts';
import type { Row } from './tables.ts';

const clock = new HandClock();

it('makes its folder for this user only, and refuses one that others can read', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'federation');
  {
    await using _ = await openFederationStore(folder, { clock });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  }
  for (const mode of [0o710, 0o704, 0o750]) {
    await chmod(folder, mode);
    const opening = openFederationStore(folder, { clock });
    await expect(opening).rejects.toMatchObject({ code: 'settings-invalid' });
    await expect(opening).rejects.toThrow(`chmod 700 ${folder}`);
  }
  await chmod(folder, 0o700);
  await using _ = await openFederationStore(folder, { clock });
});

it('says who holds the folder, and what to do about a damaged one', async () => {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'federation');
  {
    await using _ = await openFederationStore(folder, { clock });
    await expect(openFederationStore(folder, { clock })).rejects.toMatchObject({ code: 'data-folder-busy' });
  }
  const manifest = join(folder, (await readFile(join(folder, 'CURRENT'), 'utf8')).trim());
  const damage = { code: 'store-corrupt', message: expect.stringContaining('federation state') as string };
  await rename(join(folder, 'CURRENT'), join(folder, 'elsewhere'));
  await expect(openFederationStore(folder, { clock })).rejects.toMatchObject(damage);
  await rename(join(folder, 'elsewhere'), join(folder, 'CURRENT'));
  await rename(manifest, join(folder, 'elsewhere'));
  await expect(openFederationStore(folder, { clock })).rejects.toMatchObject(damage);
  await writeFile(manifest, 'no manifest');
  await expect(openFederationStore(folder, { clock })).rejects.toMatchObject(damage);
  await rename(join(folder, 'elsewhere'), manifest);
  await using _ = await openFederationStore(folder, { clock });
});

it('keeps tables apart, also where one name starts like another', async () => {
  await using scratch = await scratchFolder();
  await using store = await openFederationStore(join(scratch.path, 'f'), { clock });
  const rows = (['follower', 'following', 'block'] as const).map((table): Row => ({
    table,
    key: '!a',
    value: `of ${table}`,
  }));
  await store.tables.write(rows, true);
  expect(await store.tables.read('follower', { limit: 10 })).toEqual([['!a', 'of follower']]);
  expect(await store.tables.read('following', { limit: 10, after: '!a' })).toEqual([]);
  expect(await store.tables.keys('block', { limit: 10, reverse: true })).toEqual(['!a']);
  await store.tables.write([{ table: 'follower', key: '!a', value: undefined }], true);
  expect(await store.tables.get('follower', '!a')).toBeUndefined();
  expect(await store.tables.get('following', '!a')).toBe('of following');
});

const countedDatabase = (path: string) => {
  const level = storeDatabase(path);
  const open = level.batch.bind(level) as () => ReturnType<typeof level.batch>;
  const sizes: number[] = [];
  const syncs: boolean[] = [];
  Object.defineProperty(level, 'batch', {
    value: () => {
      const batch = open();
      const write = batch.write.bind(batch);
      Object.defineProperty(batch, 'write', {
        value: (options: { readonly sync: boolean }) => {
          sizes.push(batch.length);
          syncs.push(options.sync);
          return write(options);
        },
      });
      return batch;
    },
  });
  return { level, sizes, syncs };
};

it('writes what many ask for in a few groups, in order, each within the limit', async () => {
  await using scratch = await scratchFolder();
  const { level, sizes } = countedDatabase(join(scratch.path, 'f'));
  await level.open();
  const writer = new GroupWriter(level, () => undefined);
  const ask = (value: string): Promise<void> => writer.write([{ table: 'post', key: 'a', value }], true);
  const count = storeLimits.groupRowsMax + 2;
  await Promise.all(Array.from({ length: count }, (_, index) => ask(String(index))));
  expect(sizes).toEqual([1, storeLimits.groupRowsMax, 1]);
  expect(await level.get('!post!a')).toBe(String(count - 1));
  const large = Array.from({ length: storeLimits.groupRowsMax + 1 }, (_, index): Row => ({
    table: 'post',
    key: String(index),
    value: '',
  }));
  await writer.write(large, false);
  expect(sizes.at(-1)).toBe(large.length);
  await writer.close();
  await expect(ask('late')).rejects.toMatchObject({ code: 'internal' });
  await level.close();
});

it('syncs an enqueue before it answers, and neither caches nor acknowledgements', async () => {
  await using scratch = await scratchFolder();
  let syncs: readonly boolean[] = [];
  // Not before it is asked for: a database that is made begins to open by itself, in a folder as anybody's.
  const database = (folder: string) => {
    const counted = countedDatabase(folder);
    syncs = counted.syncs;
    return counted.level;
  };
  await using store = await openFederationStore(join(scratch.path, 'f'), { clock, database });
  await store.kv.set(['a'], 1);
  expect(syncs).toEqual([false]);
  await store.queues.fanout.enqueue('a');
  expect(syncs).toEqual([false, true]);
  const controller = new AbortController();
  await store.queues.fanout.listen(() => controller.abort(), { signal: controller.signal });
  expect(syncs).toEqual([false, true, false, false]);
});
