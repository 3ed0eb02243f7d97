import { describe, expect, it } from 'vitest';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createViews } from '../project/views.ts';
import { createFollowing } from './follow-log.ts';

const origin = 'https://waterveen.example';
const write = async (log: MemoryChangeLog, key: string): Promise<void> => {
  const text = toStoredText({ id: `/products/${key}`, type: 'Product', sku: key, name: key, source: '/sources/a' });
  const hash = storedTextHash(text, origin);
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
    const views = createViews({ language: 'nl' });
    await using following = createFollowing(views, log, noFault);
    await following.catchUp();
    expect(views.search.ready).toBe(false);
    await following.start();
    expect(views.search.view().subjectOf('/products/a.1')).toBe(0);
    await write(log, 'a.2');
    await following.catchUp();
    expect(views.search.view().subjectOf('/products/a.2')).toBe(1);
  });
});
