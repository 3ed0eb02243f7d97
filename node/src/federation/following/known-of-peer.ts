import type { NodeDescription } from '@openstraat/spec';

/** What is kept of a peer's description. */
export interface KnownOfPeer {
  readonly name: string;
  readonly actor: string | undefined;
}

/** Ends of lines, control characters, and what turns the direction of all that stands behind it. */
const notOfALine = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const asLine = (text: string): string => text.replaceAll(notOfALine, ' ').replaceAll(/\s+/g, ' ').trim();

const madeUp: Readonly<Record<string, string>> = { nl: 'verzonnen' };

/** The node that shows a peer. */
export interface ShowingNode {
  readonly language: string;
  /** Whether its own shops are made up: its pages say so already. */
  readonly fictional?: boolean | undefined;
}

const nameFor = ({ name, origin, fictional }: NodeDescription, own: ShowingNode): string => {
  const stated = typeof name === 'string' ? name : (name[own.language] ?? Object.values(name)[0] ?? '');
  const shown = asLine(stated) || new URL(origin).host;
  return fictional === true && own.fictional !== true ? `${shown} (${madeUp[own.language] ?? 'made up'})` : shown;
};

/** What a description says of the node that gives it. Pure. */
export const knownOfPeer = (description: NodeDescription, own: ShowingNode): KnownOfPeer => {
  const { actor, origin } = description;
  return {
    name: nameFor(description, own),
    // A node must not have others send requests to somebody else.
    actor: actor !== undefined && URL.parse(actor)?.origin === origin ? actor : undefined,
  };
};
