import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoreDatabase } from '../store/store-database.ts';
import type { Post } from './post.ts';
import { PostStore } from './post-store.ts';

const post = (id: string): Post => ({
  id,
  identifier: 'jansen',
  text: 'Morgen open',
  language: 'nl',
  pictures: [],
  page: '/places/jansen',
  state: 'published',
  publishedMs: 1_790_000_000_000,
  updatedMs: undefined,
  revision: 0,
  untold: undefined,
});

/** A disk whose reads and writes happen, and are answered, when the scheduler says so. */
const slowDisk = (scheduler: fc.Scheduler): StoreDatabase => {
  const kept = new Set<string>();
  const write: StoreDatabase['write'] = async (rows) => {
    await scheduler.schedule(Promise.resolve());
    for (const { key, value } of rows) if (value !== undefined) kept.add(key);
    await scheduler.schedule(Promise.resolve());
  };
  const keys: StoreDatabase['keys'] = async (_table, { from = '' }) => {
    await scheduler.schedule(Promise.resolve());
    const found = [...kept].filter((key) => key.startsWith(from));
    await scheduler.schedule(Promise.resolve());
    return found;
  };
  return { write, keys } as unknown as StoreDatabase;
};

it('posts are counted right, however slowly others are written meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), async (scheduler, count) => {
      const store = new PostStore(slowDisk(scheduler));
      const all = Array.from({ length: count }, (_, number) => store.put(post(`p${number}`), undefined));
      const counted = store.outboxCount('jansen');
      await scheduler.waitFor(Promise.all([...all, counted]));
      expect(await store.outboxCount('jansen')).toBe(count);
    }),
  );
});

it('a post in an outbox that nobody has counted yet counts too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const store = new PostStore(slowDisk(scheduler));
      await scheduler.waitFor(store.put(post('p0'), undefined));
      expect(store.knownCount()).toBe(1);
    }),
  );
});
