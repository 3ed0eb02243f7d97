import type { NodeDescription } from '@openstraat/spec';

/** What is kept of a peer's description. */
export interface KnownOfPeer {
  readonly name: string;
  readonly actor: string | undefined;
}

/**
 * What a description says of the node that gives it. Pure.
 * @param language of the node that shows it
 */
export const knownOfPeer = ({ name, actor, origin }: NodeDescription, language: string): KnownOfPeer => ({
  name: typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0] ?? origin),
  // A node must not have others send requests to somebody else.
  actor: actor !== undefined && URL.parse(actor)?.origin === origin ? actor : undefined,
});
