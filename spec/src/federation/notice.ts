import { z } from 'zod';

/** A node that the receiver of a notice follows. */
export interface FollowedNode {
  readonly actor: string;
  /** Id of its feed, as its description has it. */
  readonly feed: string;
}

const iriOf = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const noticeSchema = z.object({
  type: z.literal('Update'),
  actor: iriOf,
  object: z.object({ type: z.literal('Collection'), id: z.string() }),
});

/**
 * Whose feed a notice is about; undefined when it does not count: then it is left at that, and no error.
 * @param activity as it came
 * @param signer the actor whose key signed it
 * @param followed the nodes that the receiver follows
 */
export const noticedNode = <T extends FollowedNode>(
  activity: unknown,
  signer: string,
  followed: readonly T[],
): T | undefined => {
  const notice = noticeSchema.safeParse(activity);
  if (!notice.success || notice.data.actor !== signer) return undefined;
  return followed.find(({ actor, feed }) => actor === signer && feed === notice.data.object.id);
};
