/**
 * The node's own reader of other nodes' feeds, as a command: `<feed> <folder>`.
 * Keeps the replica in the folder, and prints its digest last.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formatDigest } from '@openstraat/spec';
import { createFetcher } from '../../src/federation/fetching/create-fetcher.ts';
import { pullFeed } from '../../src/federation/replica/pull-feed.ts';
import { openReplica } from '../../src/ingest/open-replica.ts';
import { systemClock as clock } from '../../src/model/clock.ts';

const [feed = '', folder = ''] = process.argv.slice(2);
const pullsMax = 6;
const waitMsMax = 5_000;

const peer = new URL(feed).origin;
const fetcher = createFetcher({
  allowPrivateAddress: true,
  userAgent: 'Openstraat (+https://waterveen.example/)',
  clock,
  limits: { stallMs: 3_000 },
});
const replica = await openReplica(join(folder, 'replica'), peer, clock);
for (let pulls = 0; pulls < pullsMax; pulls++) {
  const { state, nextPollAtMs } = await pullFeed({
    peer,
    fetcher,
    ...replica,
    clock,
    random: Math.random,
    limits: { retryFirstMs: 200 },
  });
  if (state === 'current' || state === 'differs') break;
  await wait(Math.min(waitMsMax, Math.max(0, nextPollAtMs - clock.now())));
}
process.stdout.write(`${formatDigest(replica.log.head().digest)}\n`);
await replica.log[Symbol.asyncDispose]();
await fetcher[Symbol.asyncDispose]();
