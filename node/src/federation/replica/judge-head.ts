import {
  addToDigest,
  checkpointChainFaults,
  type CheckpointKey,
  formatDigest,
  signedCheckpointSchema,
  type SignedCheckpoint,
} from '@openstraat/spec';
import type { LogHead } from '../../log/change-log.ts';
import type { LeftOut } from '../../model/replica.ts';

/** The checkpoint of a page, if a key that counts has signed it (CHK-013, CHK-014); undefined otherwise. */
export const provenCheckpoint = (checkpoint: unknown, keys: readonly CheckpointKey[]): SignedCheckpoint | undefined => {
  if (!signedCheckpointSchema.safeParse(checkpoint).success) return undefined;
  // As it came: the schema drops members that it does not know, and the signature counts them.
  const signed = checkpoint as SignedCheckpoint;
  return checkpointChainFaults([signed], keys).length === 0 ? signed : undefined;
};

/**
 * What a replica holds otherwise than the checkpoint counts, in words; undefined when they agree.
 * @param leftOut counts too, unless the checkpoint leaves out the same
 */
export const differenceFrom = (
  { live, digest }: Pick<SignedCheckpoint, 'live' | 'digest'>,
  head: Pick<LogHead, 'live' | 'digest'>,
  leftOut: LeftOut,
): string | undefined => {
  if (head.live === live && formatDigest(head.digest) === digest) return undefined;
  const heldLive = head.live + leftOut.live;
  if (heldLive !== live) return `the checkpoint counts ${live} live things, and here are ${heldLive}`;
  const held = formatDigest(addToDigest(head.digest, leftOut.digest));
  return held === digest ? undefined : `the checkpoint's digest is ${digest}, and here it is ${held}`;
};
