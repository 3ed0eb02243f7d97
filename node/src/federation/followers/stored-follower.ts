import { z } from 'zod';
import type { Follower } from './follower.ts';

const storedFollower = z.object({
  inbox: z.string(),
  sharedInbox: z.string().optional(),
  follow: z.string().optional(),
  state: z.enum(['accepted', 'asked']),
  node: z.object({ origin: z.string(), name: z.string() }).optional(),
  handle: z.string().optional(),
  since: z.string(),
  failingSince: z.string().optional(),
});

/** Where a follower stands in its table. Identifiers hold no exclamation mark. */
export const followerKey = (identifier: string, follower: string): string => `${identifier}!${follower}`;

/** The parts of a key. */
export const partsOfKey = (key: string): { readonly identifier: string; readonly id: string } => {
  const mark = key.indexOf('!');
  return { identifier: key.slice(0, mark), id: key.slice(mark + 1) };
};

/** Makes the text of a follower. */
export const formatFollower = (follower: Follower): string => JSON.stringify({ ...follower, id: undefined });

/** Reads what `formatFollower` wrote. @throws {Error} when it did not write this */
export const parseFollower = (id: string, text: string): Follower => {
  const { inbox, sharedInbox, follow, state, node, handle, since, failingSince } = storedFollower.parse(
    JSON.parse(text),
  );
  return { id, inbox, sharedInbox, follow, state, node, handle, since, failingSince };
};
