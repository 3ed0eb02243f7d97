import type { NodeSettings } from '../../config/settings.ts';
import { actorAddresses, handleOf, identifierInPath } from './actor-addresses.ts';
import { type LocalActor, type LocalActors, nodeIdentifier } from './local-actor.ts';

/** A JSON resource descriptor (RFC 7033, 4.4). */
export interface ResourceDescriptor {
  readonly subject: string;
  readonly aliases: readonly string[];
  readonly links: readonly { readonly rel: string; readonly type?: string; readonly href?: string }[];
}

/** The page that an actor speaks for. */
export const pageOfActor = (actor: LocalActor, origin: string): string => origin + (actor.place ?? '/');

const actorOfAddress = (address: string, actors: LocalActors, origin: string): LocalActor | undefined => {
  const url = URL.parse(address);
  if (url === null || url.origin !== origin || url.search !== '' || url.hash !== '') return undefined;
  if (url.pathname === '/') return actors.get(nodeIdentifier);
  const identifier = identifierInPath(url.pathname);
  const actor = identifier === undefined ? undefined : actors.get(identifier);
  // Of the addresses below an actor none is the actor.
  if (actor !== undefined) return url.href === actorAddresses(origin, actor.identifier).actor ? actor : undefined;
  return actors.list().find(({ place }) => place !== undefined && url.pathname === place);
};

const actorOfHandle = (resource: string, actors: LocalActors, origin: string): LocalActor | undefined => {
  const [, username = '', host = ''] = /^(?:acct:)?@?([^@]+)@([^@]+)$/i.exec(resource) ?? [];
  // The same form of a host for all: lower case, and ASCII letters for names that have others.
  const asked = URL.parse(`http://${host}`);
  const own = new URL(origin);
  const isOwn = asked !== null && asked.hostname === own.hostname && (asked.port === own.port || host === own.host);
  return isOwn ? actors.byUsername(username) : undefined;
};

/**
 * What WebFinger says of an account or an address (RFC 7033).
 * @returns undefined when it is none of this node's
 */
export const describeResource = (
  resource: string,
  actors: LocalActors,
  { origin }: Pick<NodeSettings, 'origin'>,
): ResourceDescriptor | undefined => {
  const actor = /^https?:/i.test(resource)
    ? actorOfAddress(resource, actors, origin)
    : actorOfHandle(resource, actors, origin);
  if (actor === undefined) return undefined;
  const { actor: address } = actorAddresses(origin, actor.identifier);
  const page = pageOfActor(actor, origin);
  return {
    subject: `acct:${handleOf(origin, actor.username)}`,
    aliases: [address, page],
    links: [
      { rel: 'self', type: 'application/activity+json', href: address },
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: page },
    ],
  };
};
