import { deepEqual } from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formatDigest } from '@openstraat/spec';
import { dataFolder } from '../../src/config/data-folder.ts';
import { originOfFolder, replicaFolder } from '../../src/federation/replica/replica-folder.ts';
import { openReplica } from '../../src/ingest/open-replica.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { NetworkMember } from './network-member.ts';

const lookMs = 50;
const looksMax = 400;
/** Its Source is a thing too. */
const sourcesOfOne = 1;

/** What a member says of those that it follows, by origin. */
const saidOf = async (member: NetworkMember): Promise<Readonly<Record<string, unknown>>> => {
  const all = await member.commands.listFollowing();
  return Object.fromEntries(
    all.map(({ origin, state, digest, things }) => [origin, { state, digest, things }] as const),
  );
};

/** Names of the nodes whose products a search at a member finds. */
const foundAt = async (member: NetworkMember, members: readonly NetworkMember[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { name, origin } of members) {
    const url = `http://127.0.0.1:${member.line.behind}/search?q=${name}&type=place`;
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    const { results = [] } = (await answer.json()) as { results?: readonly { id: string }[] };
    if (results.some(({ id }) => id.startsWith(`${origin}/`))) found.push(name);
  }
  return found;
};

/** Looks until a member says what is expected; then fails with what it says instead. */
const untilEqual = async (say: () => Promise<unknown>, expected: unknown, about: string): Promise<void> => {
  for (let looks = 0; ; looks += 1) {
    const said = await say();
    try {
      deepEqual(said, expected, about);
      return;
    } catch (error) {
      if (looks === looksMax) throw error;
    }
    await wait(lookMs);
  }
};

/** The digests of what a member holds of others, read from its folder while it stands still. */
const digestsHeldBy = async (member: NetworkMember): Promise<Readonly<Record<string, string>>> => {
  const folder = dataFolder(member.dataFolder).replicas;
  const held: [string, string][] = [];
  for (const name of await readdir(folder)) {
    const origin = originOfFolder(name) ?? name;
    const { log } = await openReplica(join(folder, replicaFolder(origin) ?? name), origin, systemClock);
    held.push([origin, formatDigest(log.head().digest)]);
    await log[Symbol.asyncDispose]();
  }
  return Object.fromEntries(held);
};

/** Every member has its own things, and what those have that it follows: by its own word, in its search, and on its disk. */
export const compareNetwork = async (members: readonly NetworkMember[]): Promise<void> => {
  const digests = new Map<string, string>();
  for (const member of members) {
    const { live, digest } = await member.commands.stats();
    deepEqual([member.name, live], [member.name, member.stated.size + sourcesOfOne]);
    digests.set(member.origin, digest);
  }
  const followedBy = ({ follows }: NetworkMember) => members.filter(({ origin }) => follows.has(origin));
  for (const member of members) {
    // Who failed to answer while it was away is asked again after half a minute: now is sooner.
    await member.commands.pullFollowed({}, () => undefined);
    const expected = followedBy(member).map(
      ({ origin, stated }) =>
        [origin, { state: 'current', digest: 'agrees', things: stated.size + sourcesOfOne }] as const,
    );
    await untilEqual(() => saidOf(member), Object.fromEntries(expected), `what ${member.name} follows`);
    const names = members.filter((one) => one === member || member.follows.has(one.origin)).map(({ name }) => name);
    await untilEqual(() => foundAt(member, members), names, `what a search at ${member.name} finds`);
  }
  for (const member of members) await member.kill();
  for (const member of members) {
    const expected = followedBy(member).map(({ origin }) => [origin, digests.get(origin)] as const);
    deepEqual(await digestsHeldBy(member), Object.fromEntries(expected), `what ${member.name} holds`);
  }
};
