import type { Candidate } from '../model/draft.ts';
import { ingestLimits } from './limits.ts';
import type { Outcome } from './outcome.ts';

/** Updates that wait for their turn: those that wait together share one write to the disk, and one fate. */
export interface UpdateGroups {
  /** Lets an update wait. @returns what becomes of each candidate, in order */
  add(candidates: readonly Candidate[]): Promise<readonly Outcome[]>;
  /** Writes those that waited longest, up to a limit of things. Called once for each update, it leaves none. */
  readonly writeNext: () => Promise<void>;
}

interface WaitingUpdate {
  readonly candidates: readonly Candidate[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (fault: unknown) => void;
}

/** Makes the groups of a writer. */
export const createUpdateGroups = (
  write: (candidates: readonly Candidate[]) => Promise<readonly Outcome[]>,
): UpdateGroups => {
  const waiting: WaitingUpdate[] = [];

  const takeGroup = (): readonly WaitingUpdate[] => {
    const group: WaitingUpdate[] = [];
    for (let things = 0; things < ingestLimits.groupThings;) {
      const next = waiting.shift();
      if (next === undefined) break;
      group.push(next);
      things += next.candidates.length;
    }
    return group;
  };

  return {
    add: (candidates) =>
      new Promise((resolve, reject) => {
        waiting.push({ candidates, resolve, reject });
      }),
    async writeNext() {
      const group = takeGroup();
      if (group.length === 0) return;
      try {
        const outcomes = await write(group.flatMap(({ candidates }) => candidates));
        let start = 0;
        for (const { candidates, resolve } of group) {
          resolve(outcomes.slice(start, start + candidates.length));
          start += candidates.length;
        }
      } catch (fault) {
        for (const { reject } of group) reject(fault);
      }
    },
  };
};
