import type { ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange } from '../log/change-log.ts';
import type { Candidate } from '../model/draft.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import { createBatchWriter } from './batch-writer.ts';
import { keepMarks } from './keep-marks.ts';
import { clearAway, forgetMovedWith, type MovedThing, movePlaceAway, writeNodeMove } from './move-away.ts';
import { nextRun } from './next-run.ts';
import type { Outcome } from './outcome.ts';
import { type Delivery, forgetSource, nextSource } from './source-thing.ts';
import { sweep, type SweepOptions, type SweepResult } from './sweep.ts';
import { touchesOf } from './touches-of.ts';
import { createUpdateGroups } from './update-groups.ts';
import { withdraw } from './withdraw.ts';
import { createWriteQueue } from './write-queue.ts';

/** The only writer of the log. Calls may overlap; their writes never do. */
export interface Ingest {
  /** Writes a batch together or not at all. @returns what became of each candidate, in order */
  apply(
    batch: readonly Candidate[],
    options: { readonly run: number; readonly durable: boolean },
  ): Promise<readonly Outcome[]>;
  /** Writes at once and durably; updates that wait together share one write to the disk. */
  update(candidates: readonly Candidate[]): Promise<readonly Outcome[]>;
  /** Says that a source still has these things, though the rows that name them could not be read. */
  keep(things: readonly Pick<Candidate, 'source' | 'scope' | 'id'>[], run: number): Promise<void>;
  /** A number for a run, never given out before. @throws {Fault} `moved` when the whole node has moved away */
  newRun(): Promise<number>;
  /** Takes away what `source` has not stated in `run`. */
  sweep(source: string, run: number, options: SweepOptions): Promise<SweepResult>;
  /** Writes the Source thing of these settings; a delivery that is left out stays as it was. */
  putSource(settings: SourceSettings, delivery?: Delivery): Promise<void>;
  /** Keeps a source's settings. */
  saveSource(settings: SourceSettings): Promise<void>;
  /** Forgets a source's settings and its Source thing; what it brought is swept before. */
  forgetSource(name: string): Promise<void>;
  /**
   * Lets a place live on elsewhere, with what stands at it; imports bring it back no more.
   * @param options.sameKeys whether what stands at it has the same path there
   * @returns how many things went
   */
  movePlaceAway(moved: MovedThing, options: { readonly sameKeys: boolean }): Promise<number>;
  /** Lets everything live on under another origin, path by path; imports are refused from then on. @returns how many things went */
  moveAllAway(origin: string): Promise<number>;
  /** Takes back that a place moved with what stood at it, or that the whole node did. Imports bring things back. */
  forgetMove(what: ThingId | 'node'): Promise<void>;
  /** Keeps one fact of the node under a name. */
  remember(name: string, value: string): Promise<void>;
  /** Forgets tombstones up to a time, in milliseconds since 1970. */
  dropTombstones(beforeMs: number): Promise<number>;
  /** Waits until everything handed in is on the disk. */
  flush(): Promise<void>;
}

/** Makes the writer of a log. What each call does stands in the files beside; here stand its turn, and what has to be forgotten with it. */
export const createIngest = (log: ChangeLog): Ingest => {
  const queue = createWriteQueue();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => queue.take(work);
  const batches = createBatchWriter(log);
  const updates = createUpdateGroups((candidates) => batches.apply(candidates, 0, true));

  /** Does what changes which things moved away. */
  const move = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      batches.forgetPlaces();
      batches.forgetMoves();
    }
  };

  const keepRecord = (record: RecordChange): Promise<void> =>
    inTurn(async () => {
      // What is kept was promised to somebody: a checkpoint that is lost again would fork the chain.
      await log.append({ things: [], records: [record] }, { durable: true });
    });

  return {
    apply(batch, { run, durable }) {
      const touches = touchesOf(batch);
      if (touches === undefined) return inTurn(() => batches.apply(batch, run, durable));
      return queue.takePrepared(
        touches,
        () => batches.prepare(batch, run),
        (prepared) => batches.write(prepared, durable),
      );
    },
    update(candidates) {
      const outcomes = updates.add(candidates);
      void inTurn(updates.writeNext);
      return outcomes;
    },
    keep: (things, run) => inTurn(() => keepMarks(log, things, run)),
    newRun: () => inTurn(() => nextRun(log)),
    sweep: (source, run, options) =>
      sweep(log, { source, run }, options, (gone) =>
        inTurn(() => {
          batches.forgetPlaces();
          return withdraw(log, gone);
        }),
      ),
    putSource: (settings, delivery) =>
      inTurn(async () => {
        await batches.apply([await nextSource(log, settings, delivery)], 0, true);
      }),
    saveSource: (settings) => keepRecord({ table: 'source', key: settings.name, value: JSON.stringify(settings) }),
    forgetSource: (name) => inTurn(() => forgetSource(log, name)),
    movePlaceAway: (moved, options) => inTurn(() => move(() => movePlaceAway(log, moved, options))),
    async moveAllAway(origin) {
      // From here on what an import still brings is refused.
      await inTurn(() => move(() => writeNodeMove(log, origin)));
      return move(() => clearAway(log, inTurn));
    },
    forgetMove: (what) =>
      inTurn(() => move(() => (what === 'node' ? writeNodeMove(log, undefined) : forgetMovedWith(log, what)))),
    remember: (key, value) => keepRecord({ table: 'node', key, value }),
    dropTombstones: (beforeMs) => inTurn(() => log.dropTombstones(beforeMs * 1_000)),
    flush: () => keepRecord({ table: 'node', key: 'flushed', value: '1' }),
  };
};
