import type { ChangeLog } from '../log/change-log.ts';
import type { Candidate } from '../model/draft.ts';
import { type MovedAway, readMovedAway } from './move-away.ts';
import type { Outcome } from './outcome.ts';
import { type PreparedBatch, prepareBatch } from './prepare-batch.ts';
import { readFacts } from './read-facts.ts';

/**
 * Takes batches of candidates to the log. It remembers what nobody else can change, and knows nothing of turns:
 * who calls it has the turn, or prepares what nobody ahead writes.
 */
export interface BatchWriter {
  /** Reads what the log knows of a batch in which no thing occurs twice, and decides what it comes to. */
  prepare(batch: readonly Candidate[], run: number): Promise<PreparedBatch>;
  /** Writes it together or not at all. @returns what became of each candidate, in order */
  write(prepared: PreparedBatch, durable: boolean): Promise<readonly Outcome[]>;
  /** Does both for any batch; where a thing occurs again, that goes by itself and sees what was written before. */
  apply(batch: readonly Candidate[], run: number, durable: boolean): Promise<readonly Outcome[]>;
  /** Places that were there may be gone. */
  forgetPlaces(): void;
  /** Things may have moved away, or come back. */
  forgetMoves(): void;
}

/** Batches in which no thing occurs twice: the second sees what the first wrote. */
const rounds = (batch: readonly Candidate[]): readonly (readonly number[])[] => {
  if (new Set(batch.map(({ id }) => id)).size === batch.length) return [[...batch.keys()]];
  const met = new Map<string, number>();
  const found: number[][] = [];
  for (const [index, { id }] of batch.entries()) {
    const round = met.get(id) ?? 0;
    met.set(id, round + 1);
    (found[round] ??= []).push(index);
  }
  return found;
};

/** Makes the writer of a log's batches. */
export const createBatchWriter = (log: ChangeLog): BatchWriter => {
  /** Places that are there, as far as this writer has seen: nobody else can take them away. */
  const placesThere = new Set<string>();
  let movedAway: Promise<MovedAway> | undefined;

  const readMoved = (): Promise<MovedAway> => {
    if (movedAway !== undefined) return movedAway;
    const reading = readMovedAway(log);
    // What could not be read is read again by the next who asks.
    reading.catch(() => {
      if (movedAway === reading) movedAway = undefined;
    });
    return (movedAway = reading);
  };

  const prepare: BatchWriter['prepare'] = async (batch, run) => {
    const [facts, moved] = await Promise.all([readFacts(log, batch, placesThere), readMoved()]);
    return prepareBatch(batch, { facts, moved, run, origin: log.origin });
  };

  const write: BatchWriter['write'] = async ({ things, records, outcomes }, durable) => {
    if (things.length > 0 || records.length > 0) await log.append({ things, records }, { durable });
    return outcomes;
  };

  return {
    prepare,
    write,
    async apply(batch, run, durable) {
      const outcomes: Outcome[] = [];
      for (const round of rounds(batch)) {
        const candidates = round.flatMap((index) => batch[index] ?? []);
        for (const [at, outcome] of (await write(await prepare(candidates, run), durable)).entries()) {
          const index = round[at];
          if (index !== undefined) outcomes[index] = outcome;
        }
      }
      return outcomes;
    },
    forgetPlaces: () => placesThere.clear(),
    forgetMoves() {
      movedAway = undefined;
    },
  };
};
