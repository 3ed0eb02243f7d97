import { type Checkpoint, checkpointHash, formatDigest, type SignedCheckpoint, signCheckpoint } from '@openstraat/spec';
import { signingKey } from '../../config/rotate-keys.ts';
import type { NodeKeys } from '../../config/settings.ts';
import type { LogHead } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import { descriptionPath } from '../../http/link.ts';

/** How many checkpoints are kept in memory, for readers whose page was read a moment before another's. */
const recentMax = 64;

export interface CheckpointIssuerOptions {
  readonly origin: string;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  /** The last one remembered, from an earlier run. */
  load(): Promise<SignedCheckpoint | undefined>;
  /** Keeps one for the next run; it is not given out before this has ended, so that a restart never forks the chain. */
  remember(checkpoint: SignedCheckpoint): Promise<void>;
}

/** Gives out the signed checkpoint for a head. */
export interface CheckpointIssuer {
  checkpointFor(head: LogHead): Promise<SignedCheckpoint>;
}

/** @throws {Fault} `settings-invalid` when no key is valid */
const keyOf = (keys: NodeKeys, nowMs: number): NodeKeys['keys'][number] => {
  const key = signingKey(keys, nowMs);
  if (key === undefined)
    throw new Fault(
      'settings-invalid',
      'No signing key is valid now. Make one: openstraat keys rotate --recovery-file <file>',
    );
  return key;
};

/**
 * Makes the issuer: one checkpoint a head, each naming the one before.
 *
 * The chain is what was issued for a head newer than all before it, one by one: it is linear, its positions never fall, and a new epoch goes on with it.
 * Two readers may have read their pages in one order and ask here in the other. Then the older head still gets a checkpoint for exactly itself, naming the
 * link of the chain below it, but nothing will ever name that checkpoint, it is not remembered, and `/feed/checkpoint`, which asks for the newest head, never shows it.
 */
export const createCheckpointIssuer = (options: CheckpointIssuerOptions): CheckpointIssuer => {
  const { origin, keys, clock } = options;
  /** Links of the chain, oldest first. */
  const chain: SignedCheckpoint[] = [];
  let loaded = false;
  let queue: Promise<unknown> = Promise.resolve();

  const sign = (head: LogHead, previous: string | null): SignedCheckpoint => {
    const newest = chain.at(-1);
    // CHK-011: a clock that was set back does not take the chain with it.
    const timeMs = newest === undefined ? clock.now() : Math.max(clock.now(), Date.parse(newest.time));
    const key = keyOf(keys, timeMs);
    const checkpoint: Checkpoint = {
      type: 'Checkpoint',
      feed: `${origin}/feed#stream`,
      epoch: head.epoch,
      position: head.position,
      live: head.live,
      digest: formatDigest(head.digest),
      previous,
      time: new Date(timeMs).toISOString(),
    };
    return signCheckpoint(checkpoint, {
      secretKeyMultibase: key.secretKeyMultibase,
      verificationMethod: `${origin}${descriptionPath}#${key.id}`,
    });
  };

  const isPast = (head: LogHead, newest: SignedCheckpoint): boolean =>
    head.epoch === newest.epoch
      ? head.position < newest.position
      : head.position < newest.position || chain.some(({ epoch }) => epoch === head.epoch);

  const issue = async (head: LogHead): Promise<SignedCheckpoint> => {
    if (!loaded) {
      const last = await options.load();
      if (last !== undefined) chain.push(last);
      loaded = true;
    }
    const known = chain.find(({ epoch, position }) => epoch === head.epoch && position === head.position);
    if (known !== undefined) return known;
    const newest = chain.at(-1);
    if (newest !== undefined && isPast(head, newest)) {
      const before = chain.findLast(({ position }) => position < head.position);
      return sign(head, before === undefined ? (chain[0]?.previous ?? null) : checkpointHash(before));
    }
    const checkpoint = sign(head, newest === undefined ? null : checkpointHash(newest));
    await options.remember(checkpoint);
    chain.push(checkpoint);
    if (chain.length > recentMax) chain.shift();
    return checkpoint;
  };

  return {
    checkpointFor(head) {
      const answer = queue.then(() => issue(head));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
};
