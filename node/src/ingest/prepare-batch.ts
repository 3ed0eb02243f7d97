import type { RecordChange, ThingChange } from '../log/change-log.ts';
import type { Candidate } from '../model/draft.ts';
import { giveWay } from '../model/give-way.ts';
import type { MovedAway } from './move-away.ts';
import type { Outcome } from './outcome.ts';
import { type Facts, prepareChange } from './prepare-change.ts';

/** What a batch comes to, before it is written. */
export interface PreparedBatch {
  readonly things: readonly ThingChange[];
  readonly records: readonly RecordChange[];
  /** What becomes of each candidate, in order. */
  readonly outcomes: readonly Outcome[];
}

/** What a batch is decided against. */
export interface BatchContext {
  /** What the log knows of each candidate, in order. */
  readonly facts: readonly Facts[];
  readonly moved: MovedAway;
  /** As in `prepareChange`. */
  readonly run: number;
  readonly origin: string;
}

/** Decides what a batch changes, in which no thing occurs twice; gives way to others in between. */
export const prepareBatch = async (
  candidates: readonly Candidate[],
  { facts, moved, run, origin }: BatchContext,
): Promise<PreparedBatch> => {
  const things: ThingChange[] = [];
  const records: RecordChange[] = [];
  const outcomes: Outcome[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const known = facts[index];
    if (known === undefined) continue;
    if (moved.all || moved.ids.has(candidate.id)) {
      outcomes.push('moved-away');
      continue;
    }
    const wait = giveWay();
    if (wait !== undefined) await wait;
    const prepared = prepareChange(candidate, known, run, origin);
    outcomes.push(prepared.outcome);
    if (prepared.thing !== undefined) things.push(prepared.thing);
    records.push(...prepared.records);
  }
  return { things, records, outcomes };
};
