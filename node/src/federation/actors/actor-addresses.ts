import { nodeIdentifier } from './local-actor.ts';

/** Where everything of one actor stands. */
export interface ActorAddresses {
  readonly actor: string;
  readonly inbox: string;
  readonly outbox: string;
  readonly followers: string;
  readonly following: string;
  readonly sharedInbox: string;
}

/** Templates of the addresses below the origin, as Fedify's router takes them. */
export const actorPaths = {
  actor: '/actors/{identifier}',
  inbox: '/actors/{identifier}/inbox',
  outbox: '/actors/{identifier}/outbox',
  followers: '/actors/{identifier}/followers',
  following: '/actors/{identifier}/following',
  sharedInbox: '/inbox',
} as const;

/** The addresses of an actor of this node. */
export const actorAddresses = (origin: string, identifier: string): ActorAddresses => {
  const actor = `${origin}/actors/${identifier}`;
  return {
    actor,
    inbox: `${actor}/inbox`,
    outbox: `${actor}/outbox`,
    followers: `${actor}/followers`,
    following: `${actor}/following`,
    sharedInbox: `${origin}/inbox`,
  };
};

/** The address of the node's own actor. */
export const nodeActorAddress = (origin: string): string => actorAddresses(origin, nodeIdentifier).actor;

/** The identifier of the actor that a path is of, with its collections; undefined for other paths. */
export const identifierInPath = (path: string): string | undefined => {
  const [, identifier] = /^\/actors\/([^/]+)(?:\/(?:inbox|outbox|followers|following))?$/.exec(path) ?? [];
  try {
    return identifier === undefined ? undefined : decodeURIComponent(identifier);
  } catch {
    return undefined;
  }
};

/**
 * The address of the key with which an actor signs messages. A new key has a new one, so that who keeps keys by their address fetches it.
 * @param generation how many keys the actor has had
 */
export const messageKeyAddress = (actor: string, generation: number): string =>
  generation === 1 ? `${actor}#main-key` : `${actor}#main-key-${generation}`;

/** The address of the key with which an actor signs documents: a new key has a new one too. */
export const proofKeyAddress = (actor: string, generation: number): string =>
  generation === 1 ? `${actor}#proof-key` : `${actor}#proof-key-${generation}`;

/** Its handle, without an `@` before it. */
export const handleOf = (origin: string, username: string): string => `${username}@${new URL(origin).host}`;
