import type { Federation } from '@fedify/fedify';
import { beforeEach, expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { storedTextHash } from '../../log/stored-text.ts';
import type { Follower } from '../followers/follower.ts';
import { createNotices, type Notices } from './create-notices.ts';
import { noticeLimits } from './limits.ts';

const origin = 'https://town.example';
const noticeMs = 3_000;
const follower: Follower = {
  id: 'https://village.example/actors/node',
  inbox: 'https://village.example/actors/node/inbox',
  sharedInbox: 'https://village.example/inbox',
  follow: 'https://village.example/follows/1',
  state: 'accepted',
  node: { origin: 'https://village.example', name: 'Village' },
  handle: undefined,
  since: '2026-11-01T00:00:00Z',
  failingSince: undefined,
};

let nowMs: number;
let sent: number[];
let kept: string | undefined;
let log: MemoryChangeLog;
let notices: Notices;

/** A Fedify that counts what it is asked to send. */
const counting = {
  createContext: () => ({
    sendActivity: async () => {
      sent.push(nowMs);
    },
    getActorUri: () => new URL('/actors/node', origin),
    getFollowersUri: () => new URL('/actors/node/followers', origin),
  }),
} as unknown as Federation<void>;

const makeNotices = (): Notices =>
  createNotices({
    federation: counting,
    origin,
    log,
    followers: { nodes: () => [follower] },
    clock: { now: () => nowMs },
    logger: { error: (fault: unknown) => expect.fail(String(fault)) },
    noticeMs,
    told: {
      read: async () => kept,
      async keep(head) {
        kept = head;
      },
    },
  });

let written = 0;
const change = async (): Promise<void> => {
  written += 1;
  const id = `/places/p${written}` as const;
  const hash = storedTextHash('{}', origin);
  const thing = { id, kind: 'Place' as const, text: '{}', hash, observedAt: undefined, previous: undefined };
  await log.append({ things: [thing], records: [] });
};
const lookLater = async (ms: number = noticeLimits.lookMs): Promise<void> => {
  nowMs += ms;
  await notices.look();
};

beforeEach(async () => {
  nowMs = 1_800_000_000_000;
  sent = [];
  log = new MemoryChangeLog({ origin, clock: { now: () => nowMs } });
  kept = undefined;
  notices = makeNotices();
  await lookLater();
  await lookLater();
  sent = [];
  await lookLater(noticeMs);
});

it('tells of a change when nothing followed it', async () => {
  await change();
  await lookLater();
  expect(sent).toHaveLength(0);
  await lookLater();
  expect(sent).toHaveLength(1);
  await lookLater(60_000);
  expect(sent).toHaveLength(1);
});

it('tells once of ten thousand changes that take ten seconds', async () => {
  for (let second = 0; second < 10; second++) {
    for (let count = 0; count < 1_000; count++) await change();
    await lookLater(1_000);
  }
  await lookLater();
  expect(sent).toHaveLength(1);
});

it('does not wait for the end of what never pauses', async () => {
  const startMs = nowMs;
  while (sent.length < 2) {
    await change();
    await lookLater(1_000);
  }
  expect(sent.map((atMs) => atMs - startMs)).toEqual([
    1_000 + noticeLimits.unquietMsMax,
    2_000 + 2 * noticeLimits.unquietMsMax,
  ]);
});

it('leaves the asked time between two notices', async () => {
  await change();
  await lookLater();
  await lookLater();
  await change();
  await lookLater();
  await lookLater(noticeMs - noticeLimits.lookMs - 1);
  expect(sent).toHaveLength(1);
  await lookLater(1);
  expect(sent).toHaveLength(2);
});

it('tells after a restart what changed before it, and nothing twice', async () => {
  await change();
  notices = makeNotices();
  await lookLater();
  await lookLater();
  expect(sent).toHaveLength(1);
  notices = makeNotices();
  await lookLater();
  await lookLater();
  expect(sent).toHaveLength(1);
});
