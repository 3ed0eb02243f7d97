import type { Federation } from '@fedify/fedify';
import type { Recipient } from '@fedify/vocab';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { InboxTools } from '../inbox/inbox-tools.ts';
import type { Follower } from './follower.ts';
import { type FollowersLimits, followersLimits } from './limits.ts';

/** A page of what is sorted by address, behind the address that the last one ended with. */
const pageBehind = <T>(
  sorted: readonly T[],
  addressOf: (one: T) => string,
  cursor: string,
  size: number,
): { readonly items: readonly T[]; readonly nextCursor: string | null } => {
  // The first page begins behind the empty text.
  const rest = sorted.filter((one) => addressOf(one) > cursor);
  const items = rest.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rest.length > items.length && last !== undefined ? addressOf(last) : null };
};

/** Cursors are addresses of actors, and before all of them the empty text; anything may be asked for. */
const isCursor = (cursor: string | null): cursor is string =>
  cursor === '' || /^https?:$/.test(URL.parse(cursor ?? '')?.protocol ?? '');

const asRecipient = ({ id, inbox }: Follower): Recipient => ({ id: new URL(id), inboxId: new URL(inbox) });

/**
 * Publishes who follows, as a number, with the nodes among them by address: people are never listed.
 * Whom the node follows is published in full.
 */
export const registerFollowers = (
  federation: Federation<void>,
  { actors, followers, followed }: Pick<InboxTools, 'actors' | 'followers' | 'followed'>,
  limits: FollowersLimits = followersLimits,
): void => {
  const isActor = (identifier: string): boolean => actors.get(identifier) !== undefined;

  federation
    .setFollowersDispatcher('/actors/{identifier}/followers', (_context, identifier, cursor) => {
      if (!isActor(identifier) || !isCursor(cursor)) return null;
      const page = pageBehind(followers.nodes(identifier), ({ id }) => id, cursor, limits.pageFollowers);
      return { items: page.items.map(asRecipient), nextCursor: page.nextCursor };
    })
    .setCounter((_context, identifier) => (isActor(identifier) ? followers.count(identifier) : null))
    .setFirstCursor((_context, identifier) => (isActor(identifier) ? '' : null));

  /** Actors of followed nodes, in order of their addresses. */
  const followedBy = async (identifier: string): Promise<readonly string[]> => {
    const nodes = identifier === nodeIdentifier ? await followed()?.list() : undefined;
    return (nodes ?? []).flatMap(({ actor }) => actor ?? []).toSorted();
  };
  federation
    .setFollowingDispatcher('/actors/{identifier}/following', async (_context, identifier, cursor) => {
      if (!isActor(identifier) || !isCursor(cursor)) return null;
      const page = pageBehind(await followedBy(identifier), (actor) => actor, cursor, limits.pageFollowers);
      return { items: page.items.map((actor) => new URL(actor)), nextCursor: page.nextCursor };
    })
    .setCounter(async (_context, identifier) => (isActor(identifier) ? (await followedBy(identifier)).length : null))
    .setFirstCursor((_context, identifier) => (isActor(identifier) ? '' : null));
};
