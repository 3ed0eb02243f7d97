import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { handleOf } from '../federation/actors/actor-addresses.ts';
import type { Follower } from '../federation/followers/follower.ts';
import { Fault } from '../model/fault.ts';
import type { FollowerListing } from '../model/follower-listing.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

type FollowerCommands = Pick<NodeCommands, 'listFollowers' | 'tendFollower'>;

interface FollowerCommandParts {
  readonly activityPub: Pick<NodeActivityPub, 'actors' | 'followers' | 'get'>;
  readonly settings: Pick<NodeSettings, 'origin'>;
}

const rowsAtOnce = 1_000;

/** What the operator can do with those who follow. */
export const createFollowerCommands = ({ activityPub, settings }: FollowerCommandParts): FollowerCommands => {
  const { actors, followers } = activityPub;

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
    async tendFollower({ follower: given, action }) {
      const wanted = given.replace(/^@/, '').toLowerCase();
      const meant: (readonly [string, Follower])[] = [];
      for await (const one of all()) {
        const [, { id, handle }] = one;
        if (id === given || handle?.toLowerCase() === wanted) meant.push(one);
      }
      const asked = meant.filter(([, { state }]) => action !== 'accept' || state === 'asked');
      if (asked.length === 0)
        throw new Fault(
          'not-found',
          `${given.slice(0, 200)} ${action === 'accept' ? 'does not ask to follow' : 'follows nobody here'}. See: openstraat followers`,
        );
      const speaker = await activityPub.get();
      for (const [identifier, follower] of asked) {
        // First what is kept: an answer that is lost can be sent again.
        if (action === 'accept') await followers.put(identifier, { ...follower, state: 'accepted' });
        else await followers.remove(identifier, follower.id);
        await speaker.answerFollower(identifier, follower, action === 'accept' ? 'accepted' : 'rejected');
      }
      return asked.map(([identifier, follower]) =>
        listing(identifier, action === 'accept' ? { ...follower, state: 'accepted' } : follower),
      );
    },
  };
};
