import { expect, it } from 'vitest';
import type { Follower } from '../followers/follower.ts';
import { chooseRecipients } from './choose-recipients.ts';

const nowMs = Date.parse('2026-11-22T00:00:00Z');
const node = (id: string, failingSince?: string): Follower => ({
  id,
  inbox: `${id}/inbox`,
  sharedInbox: undefined,
  follow: undefined,
  state: 'accepted',
  node: { origin: id, name: id },
  handle: undefined,
  since: '2026-11-01T00:00:00Z',
  failingSince,
});

it('tells everybody who can be reached, and others once in a while', () => {
  const failing = '2026-11-21T00:00:00Z';
  const nodes = [node('well'), node('lately', failing), node('long', failing), node('never', failing)];
  const last = new Map([
    ['well', nowMs - 1],
    ['lately', nowMs - 999],
    ['long', nowMs - 1_000],
  ]);
  expect(chooseRecipients(nodes, last, nowMs, 1_000).map(({ id }) => id)).toEqual(['well', 'long', 'never']);
});
