import { checkpointHash, type SignedCheckpoint } from '../protocol/checkpoint.ts';
import { verifyDocument } from '../protocol/data-integrity.ts';

/** What is wrong with one checkpoint of a chain. */
export interface CheckpointFault {
  readonly requirement: string;
  /** Which one, 0 for the first given. */
  readonly at: number;
}

/** A key of the publisher's description, as far as checkpoints are judged by it. */
export interface CheckpointKey {
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly validFrom: string;
  readonly revoked?: string | undefined;
}

const signatureFault = (checkpoint: SignedCheckpoint, keys: readonly CheckpointKey[]): string | undefined => {
  const { proof, time } = checkpoint;
  const key = keys.find(({ id }) => id === proof.verificationMethod);
  const timeMs = Date.parse(time);
  if (
    key === undefined ||
    timeMs < Date.parse(key.validFrom) ||
    (key.revoked !== undefined && timeMs >= Date.parse(key.revoked))
  )
    return 'CHK-014';
  return proof.created === time && verifyDocument(checkpoint, key.publicKeyMultibase) ? undefined : 'CHK-013';
};

const linkFaults = (before: SignedCheckpoint, checkpoint: SignedCheckpoint): readonly string[] => {
  const sameEpoch = before.epoch === checkpoint.epoch;
  const sameHead = sameEpoch && before.position === checkpoint.position;
  return [
    ...(checkpoint.previous === checkpointHash(before) ? [] : ['CHK-010']),
    ...(sameEpoch && (checkpoint.position < before.position || Date.parse(checkpoint.time) < Date.parse(before.time))
      ? ['CHK-011']
      : []),
    ...(sameHead && (checkpoint.live !== before.live || checkpoint.digest !== before.digest) ? ['CHK-012'] : []),
  ];
};

/**
 * What is wrong with checkpoints that are said to follow each other.
 * @param checkpoints oldest first; they have passed `signedCheckpointSchema`, and may begin in the middle of the chain
 * @param keys all keys of the description
 */
export const checkpointChainFaults = (
  checkpoints: readonly SignedCheckpoint[],
  keys: readonly CheckpointKey[],
): readonly CheckpointFault[] =>
  checkpoints.flatMap((checkpoint, at) => {
    const before = checkpoints[at - 1];
    const signature = signatureFault(checkpoint, keys);
    return [
      ...(before === undefined ? [] : linkFaults(before, checkpoint)),
      ...(signature === undefined ? [] : [signature]),
    ].map((requirement) => ({ requirement, at }));
  });
