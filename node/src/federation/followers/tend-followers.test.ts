import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Follower } from './follower.ts';
import { openFollowers } from './open-followers.ts';
import { createFollowerTender, judgeFollower } from './tend-followers.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-22T00:00:00Z');
const since = (daysAgo: number): string => new Date(nowMs - daysAgo * dayMs).toISOString();

it.each([
  ['delivered', undefined, 'same'],
  ['delivered', since(3), { failingSince: undefined }],
  ['failed', undefined, { failingSince: since(0) }],
  ['failed', since(29.99), 'same'],
  ['failed', since(30), 'drop'],
  ['gone', undefined, 'drop'],
] as const)('a delivery that %s, when it fails since %s, means %j', (outcome, failingSince, verdict) => {
  expect(judgeFollower({ failingSince }, outcome, nowMs, 30 * dayMs)).toEqual(verdict);
});

it('does not bring back who unfollows while a delivery to them fails', async () => {
  const rows = new Map<string, string>();
  const followers = await openFollowers({
    async *all() {},
    get: (_table, key) => Promise.resolve(rows.get(key)),
    read: () => Promise.resolve([]),
    async write(written) {
      for (const { key, value } of written)
        if (value === undefined) rows.delete(key);
        else rows.set(key, value);
    },
  });
  const ann: Follower = {
    id: 'https://a.example/users/ann',
    inbox: 'https://a.example/users/ann/inbox',
    sharedInbox: undefined,
    follow: undefined,
    state: 'accepted',
    node: undefined,
    handle: undefined,
    since: since(5),
    failingSince: undefined,
  };
  const tender = createFollowerTender({
    followers: {
      ...followers,
      async get(identifier, id) {
        const found = await followers.get(identifier, id);
        await followers.remove(identifier, id);
        return found;
      },
    },
    clock: { now: () => nowMs },
    logger: pino({ level: 'silent' }),
    goneDays: 30,
    isBlocked: () => false,
  });
  await followers.put('node', ann);
  await tender.failed({ inbox: ann.inbox, actors: [ann.id] }, new Error('refused'));
  expect(await followers.get('node', ann.id)).toBeUndefined();
});
