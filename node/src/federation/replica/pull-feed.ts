import type { NodeDescription } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import type { ReplicaCursor, ReplicaWriter } from '../../model/replica.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { createDiskShare } from './disk-share.ts';
import { differenceFrom } from './judge-head.ts';
import { type ReplicaLimits, replicaLimits } from './limits.ts';
import { nextPollAtMs } from './next-poll.ts';
import type { EntryIssue, PullProgress, PullReason, PullResult } from './pull-result.ts';
import { descriptionUrl, readPeer } from './read-peer.ts';
import { type ReadEnd, readToHead, type ReadTools } from './read-to-head.ts';
import { createThingShare } from './thing-share.ts';
import { emptyCursor, firstWalk, walkAnew } from './walk-cursor.ts';

/** What a pull works with. */
export interface PullOptions {
  /** Origin of the peer. */
  readonly peer: string;
  readonly fetcher: Pick<Fetcher, 'get'>;
  /** The replica's log; under the peer's origin. */
  readonly log: ChangeLogReader;
  readonly writer: ReplicaWriter;
  /** What the replica takes on disk now. */
  readonly bytesOnDisk?: (() => Promise<number>) | undefined;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Gets the peer's description as it is now. */
  readonly onDescription?: ((description: NodeDescription) => void) | undefined;
  /**
   * Whether a peer that says in `movedTo` that it lives on elsewhere really does; then the replica stays as it is.
   * Without it nobody is asked.
   */
  readonly hasMoved?: ((description: NodeDescription) => Promise<boolean>) | undefined;
  readonly onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Whether there is time for another page; when there is none, the next pull goes on there. */
  readonly hasTime?: (() => boolean) | undefined;
  /** Ends the pull behind the page at hand; the next one goes on there. */
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<ReplicaLimits> | undefined;
}

interface Ending {
  readonly state: PullResult['state'];
  readonly reason?: PullReason | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** An answer that needs no question: the peer asked to be left alone, or its last answer still holds (CONS-013, CONS-025). */
const tooEarly = (
  { notBeforeMs, phase, asksAgain, freshUntilMs, comparison }: ReplicaCursor,
  nowMs: number,
): Pick<PullResult, 'state' | 'nextPollAtMs' | 'reason'> | undefined => {
  if (nowMs < notBeforeMs) {
    const reason: PullReason = { code: 'busy', words: 'the host asked to come back later', url: '' };
    return { state: 'failed', nextPollAtMs: notBeforeMs, reason };
  }
  if (phase !== 'following' || !asksAgain || nowMs >= freshUntilMs || comparison === 'healing') return undefined;
  return { state: comparison === 'equal' ? 'current' : 'differs', nextPollAtMs: freshUntilMs };
};

/**
 * Brings the replica of a peer up to what its feed says, and compares it with the peer's signed checkpoint.
 * One at a time for each replica. What the peer does wrong is in the result.
 * @throws {Fault} of the log alone
 */
export const pullFeed = async (options: PullOptions): Promise<PullResult> => {
  const { peer: origin, fetcher, log, writer, clock, signal } = options;
  const limits: ReplicaLimits = { ...replicaLimits, ...options.limits };
  if (log.origin !== origin) throw new Error(`the replica of ${log.origin} takes nothing from ${origin}`);
  const tally = { changed: 0, removed: 0, entries: 0, pages: 0, bytes: 0 };
  const firstIssues: EntryIssue[] = [];
  let issueCount = 0;
  let walkedBecause: string | undefined;

  const tell = (phase: PullProgress['phase']): void => {
    const { entries, changed, removed } = tally;
    options.onProgress?.({ phase, entries, changed, removed, live: log.head().live });
  };
  const count = (change: { readonly changed: number; readonly removed: number }): void => {
    tally.changed += change.changed;
    tally.removed += change.removed;
  };

  const finish = async (cursor: ReplicaCursor, { state, reason, retryAfterMs }: Ending): Promise<PullResult> => {
    const nowMs = clock.now();
    const failures = state === 'failed' ? cursor.failures + 1 : 0;
    const stored = await writer.cursor();
    // Where a walk that has written nothing stands is not kept: only that it failed, and what the peer asked for.
    if (failures !== (stored?.failures ?? 0))
      await writer.moveTo({ ...(stored ?? emptyCursor), failures, notBeforeMs: nowMs + (retryAfterMs ?? 0) });
    const facts = { nowMs, failures, retryAfterMs, random: options.random(), limits };
    return {
      state,
      ...tally,
      issues: { count: issueCount, first: firstIssues },
      ...(walkedBecause === undefined ? {} : { walkedBecause }),
      nextPollAtMs: Math.max(nextPollAtMs(state, facts), state === 'failed' ? 0 : cursor.freshUntilMs),
      ...(reason === undefined ? {} : { reason }),
    };
  };

  const leftFor = async (description: NodeDescription): Promise<PullReason | undefined> =>
    description.movedTo !== undefined && (await options.hasMoved?.(description)) === true
      ? { code: 'moved', words: `it has moved to ${description.movedTo}`, url: descriptionUrl(origin) }
      : undefined;

  const hasLeft: ReadTools['hasLeft'] = async () => {
    if (options.hasMoved === undefined) return undefined;
    // What it said before is from before it went.
    const again = await readPeer(origin, { fetcher, writer, clock, limits, signal, asksAnew: true });
    if (!again.ok) return { how: 'failed', reason: again.reason };
    const reason = await leftFor(again.peer.description);
    return reason && { how: 'moved', reason };
  };

  const known = (await writer.cursor()) ?? emptyCursor;
  const early = tooEarly(known, clock.now());
  if (early !== undefined) return { ...tally, issues: { count: 0, first: [] }, ...early };
  const reading = await readPeer(origin, { fetcher, writer, clock, limits, signal });
  if (!reading.ok)
    return reading.reason.code === 'stopped'
      ? finish(known, { state: 'behind', reason: reading.reason })
      : finish(known, { state: 'failed', ...reading });
  tally.bytes += reading.bytes;
  const { peer } = reading;
  options.onDescription?.(peer.description);
  const left = await leftFor(peer.description);
  if (left !== undefined) return finish(known, { state: 'moved', reason: left });

  const { host } = new URL(origin);
  const diskShare = createDiskShare(options.bytesOnDisk, host, limits);
  const thingShare = createThingShare(writer, host, limits);

  const readOn = (cursor: ReplicaCursor): Promise<ReadEnd> =>
    readToHead(cursor, {
      origin,
      peer,
      fetcher,
      log,
      writer,
      clock,
      limits,
      signal,
      hasLeft,
      diskShare,
      thingShare,
      hasTime: options.hasTime ?? (() => true),
      onAnswer(encodedBytes) {
        tally.pages += 1;
        tally.bytes += encodedBytes;
      },
      onPage(page, change) {
        tally.entries += page.entries.length;
        count(change);
        issueCount += page.issues.length;
        firstIssues.push(...page.issues.slice(0, limits.issuesKept - firstIssues.length));
        tell(cursor.phase);
      },
    });

  /** Clears away what the walk has not met. @returns undefined when it was stopped */
  const sweep = async (cursor: ReplicaCursor): Promise<ReplicaCursor | undefined> => {
    tell('sweeping');
    if (cursor.walk > 1) count(await writer.sweep(cursor.walk, signal));
    if (signal?.aborted === true) return undefined;
    const swept: ReplicaCursor = { ...cursor, phase: 'following', walkedAtMs: clock.now() };
    await writer.moveTo(swept);
    return swept;
  };

  /** A walk that begins anew; or an end, when it did so too often. */
  const beginAnew = (
    cursor: ReplicaCursor,
    comparison: ReplicaCursor['comparison'],
    because: PullReason,
  ): Ending | ReplicaCursor => {
    const begun = walkAnew(cursor, peer.start, comparison, clock.now());
    if (begun === undefined) return { state: 'failed', reason: because };
    walkedBecause = because.words;
    return begun;
  };

  /** What the comparison with the checkpoint leads to: an end, or a full walk that may heal the difference. */
  const compare = async (cursor: ReplicaCursor): Promise<Ending | ReplicaCursor> => {
    const difference = cursor.checkpoint && differenceFrom(cursor.checkpoint, log.head(), await writer.leftOut());
    if (difference === undefined) {
      await writer.moveTo({ ...cursor, comparison: 'equal' });
      return { state: 'current' };
    }
    const full = diskShare.verdict.reason ?? (await thingShare()).reason;
    if (full !== undefined) {
      // Once there is room, a walk brings what was left out: as for any difference, now and then.
      await writer.moveTo({ ...cursor, comparison: 'differs' });
      return { state: 'differs', reason: { ...full, url: '' } };
    }
    const reason: PullReason = { code: 'digest-differs', words: difference, url: cursor.next };
    const mayHeal =
      cursor.comparison === 'equal' ||
      (cursor.comparison === 'differs' && clock.now() - cursor.walkedAtMs >= limits.healMs);
    const begun = mayHeal ? beginAnew(cursor, 'healing', reason) : undefined;
    if (begun !== undefined && 'walk' in begun) return begun;
    await writer.moveTo({ ...cursor, comparison: 'differs' });
    return { state: 'differs', reason };
  };

  const stopped = (cursor: ReplicaCursor): Promise<PullResult> => {
    const reason: PullReason = { code: 'stopped', words: 'it was stopped', url: cursor.next };
    return finish(cursor, { state: 'behind', reason });
  };

  let cursor = known.walk === 0 ? firstWalk(peer.start, known, clock.now()) : known;
  if (cursor.phase === 'sweeping') {
    // An earlier pull was cut off here: what its checkpoint counted may be long ago.
    const swept = await sweep(cursor);
    if (swept === undefined) return stopped(cursor);
    cursor = swept;
  }
  await diskShare.look();
  for (;;) {
    const end = await readOn(cursor);
    ({ cursor } = end);
    let next: Ending | ReplicaCursor;
    if (end.how === 'anew') next = beginAnew(cursor, 'equal', end.reason);
    else if (end.how === 'head') {
      const swept = cursor.phase === 'sweeping' ? await sweep(cursor) : cursor;
      if (swept === undefined) return stopped(cursor);
      next = await compare(swept);
    } else next = { state: end.how, ...end };
    if ('state' in next) return finish(cursor, next);
    cursor = next;
  }
};
