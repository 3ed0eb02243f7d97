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
  let writing: Promise<void> = Promise.resolve();

  const hand = async (rowsMin: number): Promise<void> => {
    while (gathered.length >= rowsMin) {
      const rows = gathered.slice(0, importLimits.batchRows);
      gathered = gathered.slice(importLimits.batchRows);
      const write = await check(rows);
      await writing;
      writing = write();
      // Its fault is met at the next `await writing`; until then it must not count as unhandled.
      writing.catch(() => undefined);
    }
  };

  return {
    add: (row) => void gathered.push(row),
    drain: () => hand(importLimits.batchRows),
    async finish() {
      await hand(1);
      await writing;
    },
  };
};
