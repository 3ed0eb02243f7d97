import type { Place } from '@openstraat/spec';
import { parseThingId } from '@openstraat/spec';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { actorAddresses, handleOf } from '../federation/actors/actor-addresses.ts';
import { findPlace } from '../federation/actors/find-place.ts';
import type { Fetcher } from '../federation/fetching/create-fetcher.ts';
import type { LocalActor } from '../federation/actors/local-actor.ts';
import { freeUsername } from '../federation/actors/open-local-actors.ts';
import { resolveActor } from '../federation/moving/find-actor.ts';
import { movingLimits } from '../federation/moving/limits.ts';
import { pageOfActor } from '../federation/actors/web-finger.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import type { ActorListing } from '../model/actor-listing.ts';
import { Fault } from '../model/fault.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

type ActorCommands = Pick<NodeCommands, 'listActors' | 'switchActorOn' | 'switchActorOff'>;

interface ActorCommandParts {
  readonly activityPub: Pick<NodeActivityPub, 'actors' | 'followers' | 'keys' | 'get'>;
  readonly log: Pick<ChangeLogReader, 'get' | 'ids' | 'origin'>;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly settings: Pick<NodeSettings, 'origin' | 'language' | 'allowPrivateAddress'>;
  readonly clock: Clock;
}

const nameOf = ({ name }: Place, language: string): string =>
  typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0] ?? '');

/** What the operator can do with the actors of places. */
export const createActorCommands = ({
  activityPub,
  fetcher,
  log,
  settings,
  clock,
}: ActorCommandParts): ActorCommands => {
  const { actors, followers, keys } = activityPub;
  const { origin, language } = settings;

  const listing = async (actor: LocalActor): Promise<ActorListing> => ({
    identifier: actor.identifier,
    handle: `@${handleOf(origin, actor.username)}`,
    ...(actor.formerNames === undefined
      ? {}
      : { formerHandles: actor.formerNames.map((name) => `@${handleOf(origin, name)}`) }),
    address: actorAddresses(origin, actor.identifier).actor,
    page: pageOfActor(actor, origin),
    followers: await followers.count(actor.identifier),
    announces: [...actor.announces],
    since: actor.since,
    ...(actor.movedTo === undefined ? {} : { movedTo: actor.movedTo }),
    ...(actor.alsoKnownAs.length === 0 ? {} : { alsoKnownAs: [...actor.alsoKnownAs] }),
  });

  /** The actor that a person names: by its handle too, since its place may be gone. */
  const actorOf = async (given: string): Promise<LocalActor> => {
    const [name = ''] = given.replace(/^@/, '').split('@');
    const found = actors.get(given) ?? actors.byUsername(name) ?? actors.ofPlace((await findPlace(given, log)).id);
    if (found !== undefined) return found;
    throw new Fault('not-found', `"${given.slice(0, 200)}" has no actor. See: openstraat actor list`);
  };

  return {
    listActors: () => Promise.all(actors.list().map(listing)),
    async switchActorOn({ place: given, name, announces, was }) {
      const { id, place } = await findPlace(given, log);
      const before = actors.ofPlace(id);
      const isTaken = (username: string): boolean => actors.byUsername(username) !== undefined;
      const old = was === undefined ? undefined : await resolveActor(was, fetcher, settings.allowPrivateAddress);
      const knownAs = before?.alsoKnownAs ?? [];
      const isNewlyKnown = old !== undefined && !knownAs.includes(old);
      if (isNewlyKnown && knownAs.length >= movingLimits.formerlyMax)
        throw new Fault(
          'limit-exceeded',
          `An actor was at most ${movingLimits.formerlyMax} others before. Forget a node that it was at: openstraat move from <origin> --forget`,
        );
      const identifier = parseThingId(id)?.key ?? '';
      const actor: LocalActor = {
        identifier,
        movedTo: undefined,
        since: new Date(clock.now()).toISOString(),
        ...before,
        place: id,
        alsoKnownAs: isNewlyKnown ? [...knownAs, old] : knownAs,
        username: name ?? before?.username ?? freeUsername(nameOf(place, language), isTaken),
        announces: announces ?? before?.announces ?? ['events', 'promotions'],
      };
      // While it was off no rotation renewed its keys: a thief may still hold them.
      if (actors.goneSince(identifier) !== undefined) await keys.renew(identifier, 0);
      await actors.put(actor);
      const kept = actors.ofPlace(id) ?? actor;
      // Its keys are there before anyone asks for it.
      await keys.of(identifier);
      if (before !== undefined && (before.username !== actor.username || isNewlyKnown))
        await (await activityPub.get()).teller.changed(identifier);
      return listing(kept);
    },
    async switchActorOff({ place: given }) {
      const actor = await actorOf(given);
      if (actor.place === undefined)
        throw new Fault(
          'bad-request',
          "The node's own actor can't be switched off: other nodes follow the node by it. Name that of a place: openstraat actor list",
        );
      const was = await listing(actor);
      await (await activityPub.get()).teller.ended(actor.identifier);
      await actors.remove(actor.identifier);
      await followers.removeAll(actor.identifier);
      return was;
    },
  };
};
