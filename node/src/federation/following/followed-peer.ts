import { z } from 'zod';
import { followStates } from '../../model/followed-node.ts';

const pullSchema = z.object({
  state: z.enum(['current', 'behind', 'failed', 'differs', 'moved']),
  atMs: z.number(),
  reason: z.object({ code: z.string(), words: z.string(), url: z.string() }).optional(),
  issues: z.array(z.object({ id: z.string(), path: z.string(), code: z.string(), message: z.string() })),
});

const followedPeerSchema = z.object({
  origin: z.string(),
  name: z.string(),
  sinceMs: z.number(),
  actor: z.string().optional(),
  followState: z.enum(followStates),
  /** When it was last asked for notices. */
  askedAtMs: z.number().optional(),
  /** Polls in a row that found changes of which it had sent no notice. */
  unheard: z.number().optional(),
  /** How the last pull ended; absent before the first. */
  pull: pullSchema.optional(),
  nextPullAtMs: z.number(),
  /** When old tombstones of the replica were last cleared away. */
  clearedAtMs: z.number(),
  /** The origin at which it lives on, as both ends say. */
  movedTo: z.string().optional(),
  /** When it first said that it had moved. */
  leavingSinceMs: z.number().optional(),
  /** The origin of the followed node that it was before; it takes its place once all is read. */
  movedFrom: z.string().optional(),
});
/** A node that is followed, as the store keeps it. */
export type FollowedPeer = z.infer<typeof followedPeerSchema>;

/** Reads what `formatFollowedPeer` wrote. @throws {Error} when it did not write this */
export const parseFollowedPeer = (text: string): FollowedPeer => followedPeerSchema.parse(JSON.parse(text));

export const formatFollowedPeer = (peer: FollowedPeer): string => JSON.stringify(peer);
