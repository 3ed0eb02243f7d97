import type { Row } from '../format.ts';
import { importLimits } from '../limits.ts';

/** Gathers rows to batches; while one is being written, the next is read and checked. */
export interface BatchPipeline {
  add(row: Row): void;
  /** Hands on full batches, and waits while one before is still being written. */
  drain(): Promise<void>;
  /** Hands on what is left, and waits for all of it. */
  finish(): Promise<void>;
}

/** @param check checks a batch, and answers with what writes it */
export const createBatchPipeline = (check: (rows: readonly Row[]) => Promise<() => Promise<void>>): BatchPipeline => {
  let gathered: Row[] = [];
  /** Batches on their way to the disk, oldest first: some may wait there, so that a slow moment of the disk does not stop the reading. */
  const writing: Promise<void>[] = [];

  const hand = async (rowsMin: number): Promise<void> => {
    while (gathered.length >= rowsMin) {
      const rows = gathered.slice(0, importLimits.batchRows);
      gathered = gathered.slice(importLimits.batchRows);
      const write = await check(rows);
      while (writing.length >= importLimits.batchesWriting) await writing.shift();
      const last = write();
      // Its fault is met when it is waited for; until then it must not count as unhandled.
      last.catch(() => undefined);
      writing.push(last);
    }
  };

  return {
    add: (row) => void gathered.push(row),
    drain: () => hand(importLimits.batchRows),
    async finish() {
      await hand(1);
      await Promise.all(writing);
    },
  };
};
