import { describe, expect, it, vi } from 'vitest';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { patience } from '../model/patience.test-helper.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createLibrary } from '../project/library.ts';
import { createViews } from '../project/views.ts';
import { createViewFollower } from './follow-logs.ts';

const origin = 'https://waterveen.example';
const write = async (log: MemoryChangeLog, key: string): Promise<void> => {
  const text = toStoredText({ id: `/products/${key}`, type: 'Product', sku: key, name: key, source: '/sources/a' });
  const hash = storedTextHash(text, log.origin);
  const thing = {
    id: `/products/${key}`,
    kind: 'Product',
    text,
    hash,
    observedAt: undefined,
    previous: undefined,
  } as const;
  await log.append({ things: [thing], records: [] });
};
const noFault = (fault: unknown): never => {
  throw fault;
};

describe('following the log', () => {
  it('starts with the listener: a small node finds everything from then on, and what a command wrote at its end', async () => {
    const log = new MemoryChangeLog({ origin, clock: { now: () => 1_772_442_000_000 } });
    await write(log, 'a.1');
    const library = createLibrary(log, () => []);
    const views = createViews({ language: 'nl' });
    await using follower = createViewFollower(views, library, noFault);
    await follower.catchUp();
    expect(views.search.ready).toBe(false);
    await follower.start();
    expect(views.search.view().subjectOf('/products/a.1')).toBe(0);
    await write(log, 'a.2');
    await follower.catchUp();
    expect(views.search.view().subjectOf('/products/a.2')).toBe(1);
  });

  it('finds what other nodes bring while nothing else happens, and forgets it when they are gone', async () => {
    const clock = { now: () => 1_772_442_000_000 };
    const [log, other] = [origin, 'https://heuvelrug.example'].map((of) => new MemoryChangeLog({ origin: of, clock }));
    if (log === undefined || other === undefined) throw new Error('two logs were made');
    let replicas: MemoryChangeLog[] = [];
    const views = createViews({ language: 'nl' });
    await using follower = createViewFollower(
      views,
      createLibrary(log, () => replicas),
      noFault,
    );
    await follower.start();
    const isFound = (key: string): boolean =>
      views.search.view().subjectOf(`${other.origin}/products/${key}`) !== undefined;
    replicas = [other];
    await write(other, 'a.1');
    await vi.waitUntil(() => isFound('a.1'), patience);
    await write(other, 'a.2');
    await follower.catchUpWithAll();
    expect([isFound('a.1'), isFound('a.2')]).toEqual([true, true]);
    replicas = [];
    await vi.waitUntil(() => !isFound('a.1'), patience);
  });

  it('reads no log any more once it has closed', async () => {
    const clock = { now: () => 1_772_442_000_000 };
    const log = new MemoryChangeLog({ origin, clock });
    const other = new MemoryChangeLog({ origin: 'https://heuvelrug.example', clock });
    await write(other, 'a.1');
    const [asked, mayRead] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const idsOf = other.ids.bind(other);
    other.ids = async (...given) => {
      asked.resolve();
      await mayRead.promise;
      return idsOf(...given);
    };
    const library = createLibrary(log, () => [other]);
    const follower = createViewFollower(createViews({ language: 'nl' }), library, noFault);
    await follower.start();
    await asked.promise;
    const events: string[] = [];
    const closing = follower[Symbol.asyncDispose]().then(() => events.push('closed'));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    events.push('read');
    mayRead.resolve();
    await closing;
    expect(events).toEqual(['read', 'closed']);
  });
});
