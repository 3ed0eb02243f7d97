import { Fault } from '../../model/fault.ts';
import { KeyTurns } from '../store/key-turns.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import type { Row } from '../store/tables.ts';
import type { Follower, Followers } from './follower.ts';
import { type FollowersLimits, followersLimits } from './limits.ts';
import { followerKey, formatFollower, parseFollower, partsOfKey } from './stored-follower.ts';

const table = 'follower';

interface Tally {
  accepted: number;
  asking: number;
  /** Accepted nodes by address. */
  readonly nodes: Map<string, Follower>;
}

const checkAddresses = ({ id, inbox, sharedInbox, follow }: Follower, bytesMax: number): void => {
  for (const address of [id, inbox, sharedInbox, follow])
    if (address !== undefined && Buffer.byteLength(address) > bytesMax)
      throw new Fault('limit-exceeded', `An address of a follower may have ${bytesMax} bytes at most.`);
};

const parse = (id: string, text: string): Follower => {
  try {
    return parseFollower(id, text);
  } catch (cause) {
    throw new Fault('store-corrupt', `What the store says of the follower ${id} cannot be read. Restore a backup.`, {
      cause,
    });
  }
};

/**
 * Reads who follows the node's actors. How many there are, whom each follows, and which of them are nodes, stays in memory.
 * @throws {Fault} `store-corrupt`
 */
export const openFollowers = async (
  tables: Pick<StoreDatabase, 'all' | 'get' | 'read' | 'write'>,
  limits: FollowersLimits = followersLimits,
): Promise<Followers> => {
  const tallies = new Map<string, Tally>();
  /** Whom each follows, or asks to: asked for with every delivery. */
  const followedByEach = new Map<string, readonly string[]>();
  // What is read and then written must not change in between.
  const turns = new KeyTurns();

  const tallyOf = (identifier: string): Tally => {
    const tally = tallies.get(identifier) ?? { accepted: 0, asking: 0, nodes: new Map<string, Follower>() };
    tallies.set(identifier, tally);
    return tally;
  };
  const note = (identifier: string, id: string, isThere: boolean): void => {
    const others = (followedByEach.get(id) ?? []).filter((one) => one !== identifier);
    const followed = isThere ? [...others, identifier] : others;
    if (followed.length === 0) followedByEach.delete(id);
    else followedByEach.set(id, followed);
  };
  const count = (identifier: string, follower: Follower, by: 1 | -1): void => {
    note(identifier, follower.id, by === 1);
    const tally = tallyOf(identifier);
    if (follower.state === 'asked') tally.asking += by;
    else tally.accepted += by;
    if (follower.node === undefined || follower.state === 'asked') return;
    if (by === 1) tally.nodes.set(follower.id, follower);
    else tally.nodes.delete(follower.id);
  };

  for await (const rows of tables.all(table))
    for (const [key, text] of rows) {
      const { identifier, id } = partsOfKey(key);
      count(identifier, parse(id, text), 1);
    }

  const get = async (identifier: string, id: string): Promise<Follower | undefined> => {
    const text = await tables.get(table, followerKey(identifier, id));
    return text === undefined ? undefined : parse(id, text);
  };

  const checkRoom = (identifier: string, follower: Follower, before: Follower | undefined): void => {
    const { accepted, asking, nodes } = tallyOf(identifier);
    if (before === undefined && accepted + asking >= limits.followersMax)
      throw new Fault('limit-exceeded', `An actor has at most ${limits.followersMax} followers.`);
    if (follower.node !== undefined && !nodes.has(follower.id) && nodes.size >= limits.nodesMax)
      throw new Fault('limit-exceeded', `An actor is followed by at most ${limits.nodesMax} nodes.`);
  };

  /** In turn. */
  const keep = async (identifier: string, before: Follower | undefined, follower: Follower): Promise<void> => {
    checkAddresses(follower, limits.addressBytesMax);
    checkRoom(identifier, follower, before);
    const row: Row = { table, key: followerKey(identifier, follower.id), value: formatFollower(follower) };
    await tables.write([row], true);
    if (before !== undefined) count(identifier, before, -1);
    count(identifier, follower, 1);
  };

  const list: Followers['list'] = async (identifier, { after, limit }) => {
    const start = followerKey(identifier, '');
    const range = after === undefined ? { from: start } : { after: followerKey(identifier, after) };
    const found: Follower[] = [];
    // A read may bring less than it was asked for, so it is over only when it brings nothing.
    for (let next: { readonly from: string } | { readonly after: string } = range; found.length < limit;) {
      const rows = await tables.read(table, { ...next, before: `${identifier}"`, limit: limit - found.length });
      const last = rows.at(-1)?.[0];
      if (last === undefined) break;
      found.push(...rows.map(([key, text]) => parse(partsOfKey(key).id, text)));
      next = { after: last };
    }
    return found;
  };

  return {
    get,
    put: (identifier, follower) =>
      turns.take(identifier, async () => keep(identifier, await get(identifier, follower.id), follower)),
    change: (identifier, id, change) =>
      turns.take(identifier, async () => {
        const before = await get(identifier, id);
        if (before !== undefined) await keep(identifier, before, { ...before, ...change });
        return before !== undefined;
      }),
    remove: (identifier, id) =>
      turns.take(identifier, async () => {
        const before = await get(identifier, id);
        if (before === undefined) return false;
        await tables.write([{ table, key: followerKey(identifier, id), value: undefined }], true);
        count(identifier, before, -1);
        return true;
      }),
    list,
    count: (identifier) => Promise.resolve(tallies.get(identifier)?.accepted ?? 0),
    countAsking: (identifier) => tallies.get(identifier)?.asking ?? 0,
    nodes: (identifier) =>
      [...(tallies.get(identifier)?.nodes.values() ?? [])].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    followedBy: (id) => Promise.resolve(followedByEach.get(id) ?? []),
    identifiers: () =>
      [...tallies].flatMap(([identifier, { accepted, asking }]) => (accepted + asking > 0 ? [identifier] : [])),
    removeAll: (identifier) =>
      turns.take(identifier, async () => {
        for (;;) {
          const some = await list(identifier, { limit: 1_000 });
          if (some.length === 0) break;
          await tables.write(
            some.map(({ id }): Row => ({ table, key: followerKey(identifier, id), value: undefined })),
            true,
          );
          for (const { id } of some) note(identifier, id, false);
        }
        tallies.delete(identifier);
      }),
  };
};
