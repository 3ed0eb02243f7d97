import type { ChangeLogReader } from '../log/change-log.ts';
import { ingestLimits } from './limits.ts';
import { parseMark, runOfMark, splitMarkKey } from './mark.ts';
import { countAlong, type Withdrawal } from './withdraw.ts';

/** How far a sweep goes. */
export interface SweepOptions {
  /** How many things the run brought that its source did not have before. */
  readonly added: number;
  /** More than a third may go. */
  readonly allowShrink: boolean;
  /** It only counts. */
  readonly dryRun: boolean;
}

/** What a snapshot import takes away, or would. */
export interface SweepResult {
  /** Statements that the source no longer has. */
  readonly stale: number;
  /** What else would go with them: counted where nothing went. */
  readonly dependents: number;
  /** Things that became tombstones, dependents included. */
  readonly removed: number;
  /** True when more than a third would go and nobody allowed it: then nothing went. */
  readonly stopped: boolean;
}

/** How many marks a source left, and how many of those `run` did not renew; nothing of a mark but its run is read. */
const countMarks = async (
  log: ChangeLogReader,
  source: string,
  run: number,
): Promise<{ all: number; stale: number }> => {
  let all = 0;
  let stale = 0;
  for await (const chunk of log.allRecords('mark', `${source}!`)) {
    all += chunk.length;
    for (const [, text] of chunk) if (runOfMark(text) !== run) stale += 1;
  }
  return { all, stale };
};

/** What `run` did not state again, some at a time, as it was when it was asked for. */
async function* staleOf(log: ChangeLogReader, source: string, run: number): AsyncGenerator<readonly Withdrawal[]> {
  for await (const chunk of log.allRecords('mark', `${source}!`))
    yield chunk.flatMap(([key, text]): Withdrawal[] =>
      runOfMark(text) === run ? [] : [{ ...splitMarkKey(key), mark: parseMark(text) }],
    );
}

/**
 * Takes away what a source has not stated in a run, unless that is suspiciously much.
 * @param withdrawInTurn takes statements away, as many as others may wait for, and says how many things went
 */
export const sweep = async (
  log: ChangeLogReader,
  { source, run }: { readonly source: string; readonly run: number },
  { added, allowShrink, dryRun }: SweepOptions,
  withdrawInTurn: (gone: readonly Withdrawal[]) => Promise<number>,
): Promise<SweepResult> => {
  const { all, stale } = await countMarks(log, source, run);
  if (stale === 0) return { stale, dependents: 0, removed: 0, stopped: false };
  const before = all - added;
  const stopped = stale * ingestLimits.shrinkDivisor > before && !allowShrink;
  let dependents = 0;
  let removed = 0;
  for await (const gone of staleOf(log, source, run)) {
    if (stopped || dryRun) dependents += await countAlong(log, gone);
    // Small turns, so that updates and checkpoints need not wait for a whole town to go.
    else
      for (let at = 0; at < gone.length; at += ingestLimits.withdrawalsAtOnce)
        removed += await withdrawInTurn(gone.slice(at, at + ingestLimits.withdrawalsAtOnce));
  }
  return { stale, dependents, removed, stopped };
};
