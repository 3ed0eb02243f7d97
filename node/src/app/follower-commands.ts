import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { handleOf } from '../federation/actors/actor-addresses.ts';
import type { Follower } from '../federation/followers/follower.ts';
import { Fault } from '../model/fault.ts';
import type { FollowerAction, FollowerListing } from '../model/follower-listing.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { createActorFinder } from './find-local-actor.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

type FollowerCommands = Pick<NodeCommands, 'listFollowers' | 'tendFollower'>;

interface FollowerCommandParts {
  readonly activityPub: Pick<NodeActivityPub, 'actors' | 'followers' | 'get'>;
  readonly log: Pick<ChangeLogReader, 'get'>;
  readonly settings: Pick<NodeSettings, 'origin'>;
}

const rowsAtOnce = 1_000;

/** Who follows already is answered no more: only who asks is accepted or rejected. Both can be taken away. */
const isMeantBy = (action: FollowerAction, state: Follower['state']): boolean =>
  action === 'remove' || state === 'asked';

const notMeant = (given: string, action: FollowerAction, follows: boolean): string => {
  const who = given.slice(0, 200);
  if (action === 'remove') return `${who} does not follow it. See: openstraat followers`;
  return follows
    ? `${who} follows already, and asks for nothing. To take that away: openstraat followers remove ${who}`
    : `${who} does not ask to follow. See: openstraat followers --asking`;
};

/** What the operator can do with those who follow. */
export const createFollowerCommands = ({ activityPub, log, settings }: FollowerCommandParts): FollowerCommands => {
  const { actors, followers } = activityPub;
  const finder = createActorFinder({ actors, log, origin: settings.origin });

  const listing = (identifier: string, follower: Follower): FollowerListing => {
    const { id, handle, state, node, since, failingSince } = follower;
    return {
      id,
      ...(handle === undefined ? {} : { handle: `@${handle}` }),
      follows: `@${handleOf(settings.origin, actors.get(identifier)?.username ?? identifier)}`,
      state,
      ...(node === undefined ? {} : { node }),
      since,
      ...(failingSince === undefined ? {} : { failingSince }),
    };
  };

  async function* all(): AsyncGenerator<readonly [identifier: string, follower: Follower]> {
    for (const identifier of followers.identifiers())
      for (let after: string | undefined; ;) {
        const some = await followers.list(identifier, { after, limit: rowsAtOnce });
        for (const follower of some) yield [identifier, follower];
        after = some.at(-1)?.id;
        if (after === undefined) break;
      }
  }

  return {
    async listFollowers({ asking, limit }) {
      const listed: FollowerListing[] = [];
      for await (const [identifier, follower] of all()) {
        if (asking && follower.state !== 'asked') continue;
        if (listed.length >= limit) break;
        listed.push(listing(identifier, follower));
      }
      return listed;
    },
    async tendFollower({ follower: given, action, place }) {
      const wanted = given.replace(/^@/, '').toLowerCase();
      const only = place === undefined ? undefined : (await finder.find(place)).identifier;
      const known: (readonly [string, Follower])[] = [];
      for await (const one of all()) {
        const [identifier, { id, handle }] = one;
        if (only !== undefined && identifier !== only) continue;
        if (id === given || handle?.toLowerCase() === wanted) known.push(one);
      }
      const meant = known.filter(([, { state }]) => isMeantBy(action, state));
      if (meant.length === 0) throw new Fault('not-found', notMeant(given, action, known.length > 0));
      const speaker = await activityPub.get();
      for (const [identifier, follower] of meant) {
        // First what is kept: an answer that is lost can be sent again.
        const isThere =
          action === 'accept'
            ? await followers.change(identifier, follower.id, { state: 'accepted' })
            : await followers.remove(identifier, follower.id);
        // Who has taken it back meanwhile needs no answer.
        if (isThere) await speaker.answerFollower(identifier, follower, action === 'accept' ? 'accepted' : 'rejected');
      }
      return meant.map(([identifier, follower]) =>
        listing(identifier, action === 'accept' ? { ...follower, state: 'accepted' } : follower),
      );
    },
  };
};
