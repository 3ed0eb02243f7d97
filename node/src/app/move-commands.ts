import type { NodeDescription, ThingId } from '@openstraat/spec';
import { parseThingId } from '@openstraat/spec';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { actorAddresses, handleOf } from '../federation/actors/actor-addresses.ts';
import { findPlace } from '../federation/actors/find-place.ts';
import type { LocalActor } from '../federation/actors/local-actor.ts';
import type { Fetcher } from '../federation/fetching/create-fetcher.ts';
import { linksBack } from '../federation/moving/check-link.ts';
import { checkNewPlace, readNewAddress } from '../federation/moving/check-new-place.ts';
import { findActor, resolveActor } from '../federation/moving/find-actor.ts';
import { movingLimits } from '../federation/moving/limits.ts';
import { countThings, readOrigin, requireNode } from '../federation/moving/read-node.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { movedPlaces } from '../log/moved.ts';
import { Turns } from '../log/turns.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { MoveListing } from '../model/move.ts';
import type { NodeActivityPub } from './open-activitypub.ts';
import type { KeptWhereabouts } from './whereabouts.ts';

type MoveCommands = Pick<NodeCommands, 'movePlace' | 'moveNode' | 'sayFormerly' | 'undoMove' | 'listMoves'>;

interface MoveCommandParts {
  readonly activityPub: Pick<NodeActivityPub, 'actors' | 'followers' | 'get'>;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly ingest: Pick<Ingest, 'movePlaceAway' | 'forgetMove'>;
  readonly whereabouts: KeptWhereabouts;
  readonly log: ChangeLogReader;
  readonly settings: Pick<NodeSettings, 'origin' | 'allowPrivateAddress'>;
  readonly clock: Clock;
  /** Waits until views have seen what went. */
  readonly catchUp: () => Promise<void>;
}

/** What the operator can do to move house. Each can be called again after it was stopped, and goes on. */
export const createMoveCommands = (parts: MoveCommandParts): MoveCommands => {
  const { activityPub, fetcher, ingest, whereabouts, log, settings, clock, catchUp } = parts;
  const { actors, followers } = activityPub;
  const { origin } = settings;
  const turns = new Turns();
  const addressOf = ({ identifier }: LocalActor): string => actorAddresses(origin, identifier).actor;

  const stillHere = (): void => {
    const gone = whereabouts.movedTo();
    if (gone !== undefined)
      throw new Fault('moved', `This node has moved to ${gone}. If it came back, say so with: openstraat move undo`);
  };

  /** The place that a person names: it may have gone already. */
  const placeToMove = async (given: string): Promise<{ readonly id: ThingId; readonly before: string | undefined }> => {
    for (const { place, to } of await movedPlaces(log)) {
      const id = place as ThingId;
      if ([id, origin + id, parseThingId(id)?.key].includes(given)) return { id, before: to };
    }
    return { id: (await findPlace(given, log)).id, before: undefined };
  };

  /** The new actor of a place that has one here: it has to say that it was this one before. */
  const newActorOf = async (actor: LocalActor, address: string, given: string | undefined): Promise<string> => {
    const old = addressOf(actor);
    const there = new URL(address);
    const todo = `At the new node say: openstraat actor on ${there.pathname.split('/').at(-1)} --was ${old}`;
    const found =
      given === undefined
        ? await findActor(address, there.origin, fetcher)
        : await resolveActor(given, fetcher, settings.allowPrivateAddress);
    if (found === undefined)
      throw new Fault(
        'peer-unusable',
        `The place has the actor @${handleOf(origin, actor.username)} here, and none at ${address}. ${todo}. Or take it away here first, and its followers with it: openstraat actor off ${actor.identifier}`,
      );
    const { readActor } = await activityPub.get();
    if (await linksBack(found, old, readActor)) return found;
    throw new Fault('peer-unusable', `The new actor ${found} does not say that it was ${old} before. ${todo}`);
  };

  const tellMoved = async (moved: readonly (readonly [LocalActor, string])[]): Promise<number> => {
    let told = 0;
    for (const [{ identifier }, target] of moved) {
      const count = await followers.count(identifier);
      if (count === 0) continue;
      await (await activityPub.get()).teller.moved(identifier, target);
      told += count;
    }
    return told;
  };

  /** Changes an actor as it is now: who works through many of them must not bring back one that was switched off meanwhile. */
  const change = async (identifier: string, changes: (actor: LocalActor) => Partial<LocalActor>): Promise<void> => {
    const actor = actors.get(identifier);
    if (actor !== undefined) await actors.put({ ...actor, ...changes(actor) });
  };

  const takeBack = async (moved: readonly LocalActor[]): Promise<void> => {
    for (const { identifier } of moved) {
      await change(identifier, () => ({ movedTo: undefined }));
      if ((await followers.count(identifier)) > 0) await (await activityPub.get()).teller.changed(identifier);
    }
  };

  /** The actors here, but for those that moved elsewhere by themselves, each with its address at the new node. */
  const actorsMovingTo = (to: string): readonly (readonly [LocalActor, string])[] =>
    actors.list().flatMap((actor) => {
      const target = actorAddresses(to, actor.identifier).actor;
      return actor.movedTo === undefined || actor.movedTo === target ? [[actor, target] as const] : [];
    });

  const checkActors = async (moving: readonly (readonly [LocalActor, string])[], to: string): Promise<void> => {
    const { readActor } = await activityPub.get();
    const lacking: string[] = [];
    for (let at = 0; at < moving.length; at += movingLimits.actorsAtOnce) {
      const some = moving.slice(at, at + movingLimits.actorsAtOnce);
      const found = await Promise.all(
        some.map(([actor, target]) => linksBack(target, addressOf(actor), readActor).catch(() => false)),
      );
      lacking.push(...some.flatMap(([, target], index) => (found[index] === true ? [] : [target])));
    }
    if (lacking.length === 0) return;
    const named = lacking.slice(0, movingLimits.actorsNamed).join(', ');
    throw new Fault(
      'peer-unusable',
      `${lacking.length} of the new actors do not say what they were before: ${named}${lacking.length > movingLimits.actorsNamed ? ', …' : ''}. At ${to} switch on those that are missing (openstraat actor on <place>), and then say again: openstraat move from ${origin}`,
    );
  };

  const checkSize = async (description: NodeDescription, allowShrink: boolean): Promise<void> => {
    const here = log.head().live;
    const there = await countThings(description, fetcher);
    if (allowShrink || (there !== undefined && there >= here * movingLimits.shareMin)) return;
    throw new Fault(
      'shrink',
      `The new node has ${there ?? 'an unknown number of'} things, and this one ${here}. Restore a newer backup there, or import there first; if that is as it should be, add --allow-shrink.`,
    );
  };

  const listMoves = async (): Promise<MoveListing> => {
    const movedTo = whereabouts.movedTo();
    return {
      ...(movedTo === undefined ? {} : { movedTo }),
      places: (await movedPlaces(log)).map(({ place, to, things }) => ({ from: origin + place, to, things })),
      formerly: [...whereabouts.formerly()],
      actors: actors
        .list()
        .flatMap(({ username, alsoKnownAs }) =>
          alsoKnownAs.length === 0 ? [] : [{ handle: `@${handleOf(origin, username)}`, formerly: [...alsoKnownAs] }],
        ),
    };
  };

  return {
    async movePlace({ place: given, to, sameKeys, actor: newActor }) {
      stillHere();
      const { id, before } = await placeToMove(given);
      const address = readNewAddress(to, origin);
      if (before !== undefined && before !== address)
        throw new Fault(
          'moved',
          `${origin}${id} has moved to ${before} already. Take that back first: openstraat move undo ${parseThingId(id)?.key}`,
        );
      const actor = actors.ofPlace(id);
      await checkNewPlace(address, fetcher);
      const moved = actor === undefined ? [] : [[actor, await newActorOf(actor, address, newActor)] as const];
      // Servers that hear of the move look here whether it is so.
      for (const [{ identifier }, target] of moved) await change(identifier, () => ({ movedTo: target }));
      const things = before === undefined ? await ingest.movePlaceAway({ id, to: address }, { sameKeys }) : 0;
      await catchUp();
      return { from: origin + id, to: address, things, actors: moved.length, followers: await tellMoved(moved) };
    },
    async moveNode({ to: given, allowShrink }) {
      const to = readOrigin(given, origin);
      const before = whereabouts.movedTo();
      if (before !== undefined && before !== to) stillHere();
      const description = await requireNode(to, { fetcher, clock });
      if (description.alsoKnownAs?.includes(`${origin}/`) !== true)
        throw new Fault(
          'peer-unusable',
          `The node at ${to} does not say that it was ${origin} before. There say: openstraat move from ${origin}`,
        );
      const moved = actorsMovingTo(to);
      await checkActors(moved, to);
      if (before === undefined) await checkSize(description, allowShrink);
      for (const [{ identifier }, target] of moved) await change(identifier, () => ({ movedTo: target }));
      const things = await whereabouts.moveAway(to);
      await catchUp();
      return { from: origin, to, things, actors: moved.length, followers: await tellMoved(moved) };
    },
    // One at a time: it reads, asks the other node, and writes.
    sayFormerly: ({ from: given, forget }) =>
      turns.take(async () => {
        const from = readOrigin(given, origin);
        const before = whereabouts.formerly().filter((one) => one !== from);
        if (!forget) {
          await requireNode(from, { fetcher, clock });
          if (before.length >= movingLimits.formerlyMax)
            throw new Fault(
              'limit-exceeded',
              `A node was at most ${movingLimits.formerlyMax} others before. Forget one first: openstraat move from <origin> --forget`,
            );
        }
        for (const { identifier } of actors.list()) {
          const was = actorAddresses(from, identifier).actor;
          await change(identifier, ({ alsoKnownAs }) => {
            const others = alsoKnownAs.filter((one) => one !== was);
            return { alsoKnownAs: forget ? others : [...others, was] };
          });
        }
        await whereabouts.rememberFormerly(forget ? before : [...before, from]);
        return listMoves();
      }),
    async undoMove({ place: given }) {
      if (given === undefined) {
        const to = whereabouts.movedTo();
        if (to === undefined)
          throw new Fault(
            'bad-request',
            'This node has not moved. Name the place that came back: openstraat move list',
          );
        const moved = actorsMovingTo(to).flatMap(([actor]) => (actor.movedTo === undefined ? [] : [actor]));
        await whereabouts.comeBack();
        await takeBack(moved);
        return listMoves();
      }
      const { id, before } = await placeToMove(given);
      if (before === undefined)
        throw new Fault('bad-request', `${origin}${id} has not moved. See what has: openstraat move list`);
      const actor = actors.ofPlace(id);
      await ingest.forgetMove(id);
      if (actor?.movedTo !== undefined) await takeBack([actor]);
      return listMoves();
    },
    listMoves,
  };
};
