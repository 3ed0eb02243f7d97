import { type Source, thingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange, ThingChange } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import { ingestLimits } from './limits.ts';
import { formatMark, markKey, parseMark } from './mark.ts';
import type { Outcome } from './outcome.ts';
import { prepareChange } from './prepare-change.ts';
import { readFacts } from './read-facts.ts';
import { countDependents, marksOf, withdraw } from './remove.ts';
import { type Delivery, sourceCandidate, sourceData } from './source-thing.ts';

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
  /** A number for a run, never given out before. */
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

const applyRound = async (
  log: ChangeLog,
  candidates: readonly Candidate[],
  run: number,
  durable: boolean,
  placesThere: Set<string>,
): Promise<readonly Outcome[]> => {
  const facts = await readFacts(log, candidates, placesThere);
  const things: ThingChange[] = [];
  const records: RecordChange[] = [];
  const outcomes: Outcome[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const known = facts[index];
    if (known === undefined) continue;
    const prepared = prepareChange(candidate, known, run, log.origin);
    outcomes.push(prepared.outcome);
    if (prepared.thing !== undefined) things.push(prepared.thing);
    records.push(...prepared.records);
  }
  if (things.length > 0 || records.length > 0) await log.append({ things, records }, { durable });
  return outcomes;
};

interface WaitingUpdate {
  readonly candidates: readonly Candidate[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (fault: unknown) => void;
}

/** Makes the writer of a log. */
export const createIngest = (log: ChangeLog): Ingest => {
  let tail: Promise<unknown> = Promise.resolve();
  const waiting: WaitingUpdate[] = [];
  /** Places that are there, as far as this writer has seen: nobody else can take them away. */
  const placesThere = new Set<string>();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work, work);
    tail = result.catch(() => undefined);
    return result;
  };

  const applyNow = async (batch: readonly Candidate[], run: number, durable: boolean): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const round of rounds(batch)) {
      const candidates = round.flatMap((index) => batch[index] ?? []);
      for (const [at, outcome] of (await applyRound(log, candidates, run, durable, placesThere)).entries()) {
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
      const outcomes = await applyNow(
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
    apply: (batch, { run, durable }) => inTurn(() => applyNow(batch, run, durable)),
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
      for await (const page of marksOf(log, source)) {
        all += page.length;
        stale += page.filter(({ mark }) => mark.run !== run).length;
      }
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
    putSource: (settings, delivery) =>
      inTurn(async () => {
        const entry = await log.get(thingId('Source', settings.name));
        const before = entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Source);
        await applyNow([sourceCandidate(settings.name, sourceData(settings, before, delivery))], 0, true);
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
