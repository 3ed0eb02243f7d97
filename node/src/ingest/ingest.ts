import { type Source, type ThingId, thingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange, ThingChange } from '../log/change-log.ts';
import { nodeMovedTo } from '../log/moved.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { Fault } from '../model/fault.ts';
import { giveWay } from '../model/give-way.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import { ingestLimits } from './limits.ts';
import { formatMark, markKey, parseMark } from './mark.ts';
import {
  clearAway,
  type MovedAway,
  type MovedThing,
  movePlaceAway,
  readMovedAway,
  readMovedWith,
  writeNodeMove,
} from './move-away.ts';
import type { Outcome } from './outcome.ts';
import { type Facts, prepareChange } from './prepare-change.ts';
import { readFacts } from './read-facts.ts';
import { countDependents, marksOf, runsOfMarks, withdraw } from './remove.ts';
import { type Delivery, sourceCandidate, sourceData } from './source-thing.ts';
import { createWriteQueue, type Touches } from './write-queue.ts';

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
  /** Takes away what `source` has not stated in `run`. `added` is how many things the run brought that it did not have before. */
  sweep(
    source: string,
    run: number,
    options: { readonly added: number; readonly allowShrink: boolean; readonly dryRun: boolean },
  ): Promise<SweepResult>;
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

/** A batch writes its things, and looks whether the places are there at which they stand; undefined when a thing occurs twice in it. */
const touchesOf = (batch: readonly Candidate[]): Touches | undefined => {
  const writes = new Set<string>();
  const scopes = new Set<string>();
  for (const { id, scope } of batch) {
    writes.add(id);
    scopes.add(scope);
  }
  if (writes.size < batch.length) return undefined;
  return { writes, reads: new Set([...scopes].map((scope) => thingId('Place', scope))) };
};

/** What a batch comes to, before it is written. */
interface PreparedBatch {
  readonly things: readonly ThingChange[];
  readonly records: readonly RecordChange[];
  readonly outcomes: readonly Outcome[];
}

const prepareBatch = async (
  candidates: readonly Candidate[],
  facts: readonly Facts[],
  run: number,
  origin: string,
  moved: MovedAway,
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

interface WaitingUpdate {
  readonly candidates: readonly Candidate[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (fault: unknown) => void;
}

/** Makes the writer of a log. */
export const createIngest = (log: ChangeLog): Ingest => {
  const queue = createWriteQueue();
  const waiting: WaitingUpdate[] = [];
  /** Places that are there, as far as this writer has seen: nobody else can take them away. */
  const placesThere = new Set<string>();
  let movedAway: Promise<MovedAway> | undefined;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => queue.take(work);

  const readMoved = (): Promise<MovedAway> => {
    if (movedAway !== undefined) return movedAway;
    const reading = readMovedAway(log);
    // What could not be read is read again by the next who asks.
    reading.catch(() => {
      if (movedAway === reading) movedAway = undefined;
    });
    return (movedAway = reading);
  };

  const prepare = async (batch: readonly Candidate[], run: number): Promise<PreparedBatch> => {
    const [facts, moved] = await Promise.all([readFacts(log, batch, placesThere), readMoved()]);
    return prepareBatch(batch, facts, run, log.origin, moved);
  };

  /** Does what changes which things moved away. */
  const move = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      placesThere.clear();
      movedAway = undefined;
    }
  };

  const write = async ({ things, records, outcomes }: PreparedBatch, durable: boolean): Promise<readonly Outcome[]> => {
    if (things.length > 0 || records.length > 0) await log.append({ things, records }, { durable });
    return outcomes;
  };

  const applyInRounds = async (
    batch: readonly Candidate[],
    run: number,
    durable: boolean,
  ): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const round of rounds(batch)) {
      const candidates = round.flatMap((index) => batch[index] ?? []);
      for (const [at, outcome] of (await write(await prepare(candidates, run), durable)).entries()) {
        const index = round[at];
        if (index !== undefined) outcomes[index] = outcome;
      }
    }
    return outcomes;
  };

  const writeWaiting = async (): Promise<void> => {
    const group: WaitingUpdate[] = [];
    for (let things = 0; things < ingestLimits.groupThings;) {
      const next = waiting.shift();
      if (next === undefined) break;
      group.push(next);
      things += next.candidates.length;
    }
    if (group.length === 0) return;
    try {
      const outcomes = await applyInRounds(
        group.flatMap(({ candidates }) => candidates),
        0,
        true,
      );
      let start = 0;
      for (const { candidates, resolve } of group) {
        resolve(outcomes.slice(start, start + candidates.length));
        start += candidates.length;
      }
    } catch (fault) {
      for (const { reject } of group) reject(fault);
    }
  };

  const remember = (name: string, value: string): Promise<void> =>
    inTurn(async () => {
      // What is remembered was promised to somebody: a checkpoint that is lost again would fork the chain.
      await log.append({ things: [], records: [{ table: 'node', key: name, value }] }, { durable: true });
    });

  return {
    apply(batch, { run, durable }) {
      const touches = touchesOf(batch);
      if (touches === undefined) return inTurn(() => applyInRounds(batch, run, durable));
      return queue.takePrepared(
        touches,
        () => prepare(batch, run),
        (prepared) => write(prepared, durable),
      );
    },
    update: (candidates) =>
      new Promise((resolve, reject) => {
        waiting.push({ candidates, resolve, reject });
        void inTurn(writeWaiting);
      }),
    keep: (things, run) =>
      inTurn(async () => {
        const keys = things.map(({ source, scope, id }) => markKey(source, scope, id));
        const marks = await log.recordsOf(keys.map((key) => ({ table: 'mark', key })));
        const records = keys.flatMap((key, index): RecordChange[] => {
          const mark = parseMark(marks[index] ?? '');
          return marks[index] === undefined || mark.run === run
            ? []
            : [{ table: 'mark', key, value: formatMark({ ...mark, run }) }];
        });
        if (records.length > 0) await log.append({ things: [], records }, { durable: false });
      }),
    newRun: () =>
      inTurn(async () => {
        const origin = await nodeMovedTo(log);
        if (origin !== undefined)
          throw new Fault(
            'moved',
            `This node has moved to ${origin}: import there. If it came back, say so with: openstraat move undo`,
          );
        const run = Number((await log.record('node', 'run')) ?? '0') + 1;
        await log.append(
          { things: [], records: [{ table: 'node', key: 'run', value: String(run) }] },
          { durable: false },
        );
        return run;
      }),
    async sweep(source, run, { added, allowShrink, dryRun }) {
      let stale = 0;
      let all = 0;
      for await (const page of runsOfMarks(log, source)) {
        all += page.length;
        for (const markRun of page) if (markRun !== run) stale += 1;
      }
      if (stale === 0) return { stale, dependents: 0, removed: 0, stopped: false };
      const before = all - added;
      const stopped = stale * ingestLimits.shrinkDivisor > before && !allowShrink;
      let dependents = 0;
      let removed = 0;
      for await (const page of marksOf(log, source)) {
        const gone = page.filter(({ mark }) => mark.run !== run);
        if (stopped || dryRun) dependents += await countDependents(log, source, gone);
        // Small turns, so that updates and checkpoints need not wait for a whole town to go.
        else
          for (let at = 0; at < gone.length; at += ingestLimits.withdrawalsAtOnce)
            removed += await inTurn(() => {
              placesThere.clear();
              return withdraw(log, gone.slice(at, at + ingestLimits.withdrawalsAtOnce));
            });
      }
      return { stale, dependents, removed, stopped };
    },
    movePlaceAway: (moved, options) => inTurn(() => move(() => movePlaceAway(log, moved, options))),
    async moveAllAway(origin) {
      // From here on what an import still brings is refused.
      await inTurn(() => move(() => writeNodeMove(log, origin)));
      return move(() => clearAway(log, inTurn));
    },
    forgetMove: (what) =>
      inTurn(() =>
        move(async () => {
          if (what === 'node') return writeNodeMove(log, undefined);
          const ids = await readMovedWith(log, what);
          const records = ids.map((key): RecordChange => ({ table: 'moved', key, value: undefined }));
          await log.append({ things: [], records }, { durable: true });
        }),
      ),
    putSource: (settings, delivery) =>
      inTurn(async () => {
        const entry = await log.get(thingId('Source', settings.name));
        const before = entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Source);
        await applyInRounds([sourceCandidate(settings.name, sourceData(settings, before, delivery))], 0, true);
      }),
    saveSource: (settings) =>
      inTurn(async () => {
        const record: RecordChange = { table: 'source', key: settings.name, value: JSON.stringify(settings) };
        await log.append({ things: [], records: [record] }, { durable: true });
      }),
    forgetSource: (name) =>
      inTurn(async () => {
        const id = thingId('Source', name);
        const [state] = await log.states([id]);
        const tombstone: ThingChange | undefined =
          state?.hash === undefined
            ? undefined
            : { id, kind: 'Source', text: undefined, hash: undefined, observedAt: undefined, previous: state };
        await log.append(
          {
            things: tombstone === undefined ? [] : [tombstone],
            records: [{ table: 'source', key: name, value: undefined }],
          },
          { durable: true },
        );
      }),
    remember,
    dropTombstones: (beforeMs) => inTurn(() => log.dropTombstones(beforeMs * 1_000)),
    flush: () =>
      inTurn(async () => {
        await log.append({ things: [], records: [{ table: 'node', key: 'flushed', value: '1' }] }, { durable: true });
      }),
  };
};
