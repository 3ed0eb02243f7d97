import { expect, it } from 'vitest';
import type { Follower } from '../followers/follower.ts';
import { acceptedRecipients } from './accepted-recipients.ts';

const follower = (at: number, state: Follower['state']): Follower => ({
  id: `https://elders.example/users/${at}`,
  inbox: `https://elders.example/users/${at}/inbox`,
  sharedInbox: at % 2 === 0 ? 'https://elders.example/inbox' : undefined,
  follow: undefined,
  state,
  node: undefined,
  handle: undefined,
  since: '2026-03-02T00:00:00Z',
  failingSince: undefined,
});

it.each([0, 1, 2, 3, 4, 5])(
  'names each of %i followers once, some at a time, and none that only asks',
  async (count) => {
    const all = Array.from({ length: count }, (_one, at) => follower(at, at === 1 ? 'asked' : 'accepted'));
    const list = async (_identifier: string, { after, limit }: { after?: string | undefined; limit: number }) =>
      all.filter(({ id }) => after === undefined || id > after).slice(0, limit);
    const named: (string | undefined)[] = [];
    for await (const some of acceptedRecipients({ list }, 'winkel', 2)) {
      expect(some.length).toBeLessThanOrEqual(2);
      named.push(...some.map(({ id }) => id?.href));
    }
    expect(named).toEqual(all.filter(({ state }) => state === 'accepted').map(({ id }) => id));
  },
);
