import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backedUpTables, backupStore, restoreStore } from './backup-store.ts';
import { openFederationStore } from './open-federation-store.ts';
import { HandClock, scratchFolder } from './store.fixture.ts';

const clock = new HandClock();

it('copies what lasts while the store is in use, and neither messages nor caches', async () => {
  await using scratch = await scratchFolder();
  const [folder, copy, restored] = ['federation', 'copy', 'restored'].map((name) => join(scratch.path, name)) as [
    string,
    string,
    string,
  ];
  {
    await using store = await openFederationStore(folder, { clock });
    await store.tables.write(
      backedUpTables.map((table) => ({ table, key: '!a', value: `of ${table}` })),
      true,
    );
    await store.kv.set(['cached'], 1);
    await store.queues.outbox.enqueue('sent long ago');
    await backupStore(store.tables, copy);
    await store.tables.write([{ table: 'following', key: 'later', value: 'later' }], true);
    await expect(backupStore(store.tables, copy)).rejects.toMatchObject({ code: expect.any(String) as string });
  }
  expect((await stat(copy)).mode & 0o777).toBe(0o700);
  await restoreStore(copy, restored);
  await using store = await openFederationStore(restored, { clock });
  for (const table of backedUpTables)
    expect(await store.tables.read(table, { limit: 10 })).toEqual([['!a', `of ${table}`]]);
  expect(await store.kv.get(['cached'])).toBeUndefined();
  expect((await store.queues.outbox.getDepth()).queued).toBe(0);
  expect(backedUpTables).toEqual(expect.arrayContaining(['actor', 'follower', 'following', 'block', 'post']));
});

it('makes an empty store of a backup that has none, and refuses one that is damaged', async () => {
  await using scratch = await scratchFolder();
  const at = (name: string): string => join(scratch.path, name);
  await restoreStore(at('nothing'), at('new'));
  {
    await using store = await openFederationStore(at('new'), { clock });
    await backupStore(store.tables, at('copy'));
  }
  await rm(join(at('copy'), 'CURRENT'));
  await writeFile(join(at('copy'), 'MANIFEST-000099'), 'damaged');
  await expect(restoreStore(at('copy'), at('other'))).rejects.toMatchObject({ code: 'store-corrupt' });
});
