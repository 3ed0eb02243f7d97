import { expect, it } from 'vitest';
import type { PullResult } from '../replica/pull-result.ts';
import type { FollowedPeer } from './followed-peer.ts';
import { peerAfterPull, type PullCause } from './peer-after-pull.ts';

const actor = 'https://a.example/actors/node';
const known = { name: 'A', actor };
const peer: FollowedPeer = {
  origin: 'https://a.example',
  name: 'a',
  sinceMs: 0,
  actor,
  followState: 'accepted',
  unheard: 1,
  pull: { state: 'current', atMs: 0, issues: [] },
  nextPullAtMs: 0,
  clearedAtMs: 0,
  movedTo: 'https://b.example',
};
const result: PullResult = {
  state: 'current',
  changed: 1,
  removed: 0,
  entries: 1,
  pages: 1,
  bytes: 1,
  issues: { count: 0, first: [] },
  nextPollAtMs: 9,
};
const pulled = (facts: Partial<Parameters<typeof peerAfterPull>[1]>, from: Partial<FollowedPeer> = {}): FollowedPeer =>
  peerAfterPull({ ...peer, ...from }, { result, cause: 'poll', known, leaving: {}, nowMs: 5, ...facts }, 10);

it('what a peer says of itself is kept, and what it said before where it could not be asked', () => {
  expect(pulled({ leaving: { movedTo: 'https://c.example' } })).toMatchObject({
    name: 'A',
    movedTo: 'https://c.example',
    followState: 'accepted',
    nextPullAtMs: 9,
    pull: { state: 'current', atMs: 5 },
  });
  expect(pulled({}).movedTo).toBeUndefined();
  expect(pulled({ known: undefined })).toMatchObject({ name: 'a', actor, movedTo: 'https://b.example' });
});

it.each([`${actor}/2`, undefined])('another actor, %s, has not been asked for notices', (other) => {
  const after = pulled({ known: { name: 'A', actor: other } });
  expect([after.actor, after.followState]).toEqual([other, 'pulling']);
});

it.each<[number, PullCause, string, Partial<FollowedPeer>, Partial<PullResult>]>([
  [2, 'poll', 'finds changes', {}, {}],
  [1, 'poll', 'finds none', {}, { entries: 0 }],
  [1, 'poll', 'is not at the head yet', {}, { state: 'behind' }],
  [1, 'poll', 'goes on behind a failure', { pull: { state: 'failed', atMs: 0, issues: [] } }, {}],
  [1, 'poll', 'is the first', { pull: undefined }, {}],
  [1, 'person', 'finds changes', {}, {}],
  [0, 'notice', 'finds changes', {}, {}],
])('%i changes in a row were not told of when a %s’s pull %s', (unheard, cause, _what, from, more) => {
  expect(pulled({ cause, result: { ...result, ...more } }, from).unheard).toBe(unheard);
});
