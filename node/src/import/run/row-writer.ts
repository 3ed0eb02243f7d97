import type { Ingest } from '../../ingest/ingest.ts';
import type { Outcome } from '../../ingest/outcome.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import type { Candidate } from '../../model/draft.ts';
import { giveWay } from '../../model/give-way.ts';
import { hasError, type Issue } from '../../model/issue.ts';
import type { SourceSettings } from '../../model/source-settings.ts';
import { validateThing } from '../../validate/validate-thing.ts';
import type { Row } from '../format.ts';
import { reportRun } from '../issue-codes/run.ts';
import { importLimits } from '../limits.ts';
import type { CodeBook, Lesson } from './code-book.ts';
import type { RunCounter } from './counter.ts';
import { toCandidates } from './to-candidates.ts';

/** What a writer of rows works with. */
export interface RowWriterTools {
  readonly log: ChangeLogReader;
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly settings: SourceSettings;
  readonly codes: CodeBook;
  readonly counter: RunCounter;
  readonly run: number;
  readonly dryRun: boolean;
  readonly asStated: boolean;
}

/** Checks rows, hands what they state to the ingest, and counts what becomes of it. */
export interface RowWriter {
  /** Checks rows, while the batch before them is still being written. @returns what writes these */
  check(rows: readonly Row[]): Promise<() => Promise<void>>;
  /** How many things were new, by the source that stated them; every source met has an entry. */
  readonly addedBySource: ReadonlyMap<string, number>;
}

/** A row on its way: what it states, checked. */
interface CheckedRow {
  readonly line: number;
  readonly candidates: readonly Candidate[];
}

/** A row with all that is wrong with it, and what the run learnt from it. */
interface ReadRow extends CheckedRow {
  readonly issues: readonly Issue[];
  readonly lessons: readonly Lesson[];
}

const noIssues: readonly Issue[] = [];
const noLessons: readonly Lesson[] = [];

/** Outcomes that nobody needs to hear of. */
const taken: ReadonlySet<Outcome> = new Set(['added', 'changed', 'unchanged', 'seen']);

const refusals = [
  ['taken', 'id-taken'],
  ['place-gone', 'place-gone'],
  ['moved-away', 'moved-away'],
  ['too-large', 'thing-too-large'],
] as const;

/** What is wrong with a row that the ingest did not take; undefined when it took something of it. */
const objectionTo = (row: CheckedRow, outcomeOf: (candidate: Candidate) => Outcome | undefined): Issue | undefined => {
  const own = row.candidates.filter((candidate) => candidate.mentioned !== true);
  const at = (candidate: Candidate) => ({ line: row.line, field: 'id', value: candidate.id });
  for (const [outcome, code] of refusals) {
    const refused = own.find((candidate) => outcomeOf(candidate) === outcome);
    if (refused !== undefined) return reportRun(code, at(refused));
  }
  const [first] = own;
  // A product may stand in several rows, one a store: the row counts as long as something in it is new to this run.
  return first !== undefined && own.every((candidate) => outcomeOf(candidate) === 'duplicate')
    ? reportRun('duplicate-row', at(first))
    : undefined;
};

/** Makes the writer of a run. */
export const createRowWriter = (tools: RowWriterTools): RowWriter => {
  const { log, ingest, clock, settings, codes, counter, run, dryRun, asStated } = tools;
  const addedBySource = new Map<string, number>();
  const mentions = new Set<string>();
  const context = { settings, origin: log.origin, asStated, productOfCode: codes.productOf };

  /** What a row states, with all that is wrong with it. */
  const readRow = (row: Row, nowMs: number): ReadRow => {
    const { line } = row;
    const issues = [...row.issues];
    const isRefused = hasError(row.issues);
    const candidates: Candidate[] = [];
    let lessons = noLessons;
    for (const draft of row.drafts) {
      const answer = toCandidates(draft, context, line);
      if (answer.issues.length > 0) issues.push(...answer.issues);
      for (const unchecked of answer.candidates) {
        // A refused row only names its things.
        const found = isRefused ? noIssues : validateThing(unchecked.kind, unchecked.data, line, nowMs);
        if (found.length > 0) issues.push(...found);
        const candidate = unchecked as unknown as Candidate;
        if (candidate.kind === 'Product') {
          const lesson = codes.learn(candidate);
          lessons = [...lessons, lesson];
          if (lesson.isReused)
            issues.push(reportRun('code-reused', { line, field: 'id', value: candidate.code?.code }));
        }
        candidates.push(candidate);
      }
    }
    return { line, candidates, issues, lessons };
  };

  /** An id starts with a slash and no source does, so the two forms never meet. */
  const candidateKey = ({ source, id }: Candidate): string => (source === settings.name ? id : `${source}!${id}`);

  /** Leaves out products that a row before has mentioned already. */
  const isNews = (candidate: Candidate): boolean => {
    if (candidate.mentioned !== true) return true;
    if (mentions.has(candidate.id)) return false;
    if (mentions.size >= importLimits.mentionsKeptMax) mentions.clear();
    mentions.add(candidate.id);
    return true;
  };

  const noteOutcomes = (
    rows: readonly CheckedRow[],
    written: readonly Candidate[],
    outcomes: readonly Outcome[],
  ): void => {
    written.forEach(({ source, kind }, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) counter.outcome(outcome);
      // A Source has no mark, so it is not among the things that a sweep counts.
      const isNew = outcome === 'added' && kind !== 'Source';
      addedBySource.set(source, (addedBySource.get(source) ?? 0) + (isNew ? 1 : 0));
    });
    const candidatesInRows = rows.reduce((sum, { candidates }) => sum + candidates.length, 0);
    if (candidatesInRows === written.length && outcomes.every((outcome) => taken.has(outcome))) return;
    const outcomeBy = new Map(written.map((candidate, index) => [candidate, outcomes[index]]));
    // The batch carries the first of several equal candidates: the others are duplicates of it.
    const outcomeOf = (candidate: Candidate): Outcome | undefined => outcomeBy.get(candidate) ?? 'duplicate';
    for (const row of rows) {
      const objection = objectionTo(row, outcomeOf);
      if (objection !== undefined) counter.refused([objection]);
    }
  };

  const write = async (
    accepted: readonly CheckedRow[],
    candidates: readonly Candidate[],
    kept: readonly Candidate[],
  ): Promise<void> => {
    const isFirst = !addedBySource.has(settings.name) && candidates.some(({ source }) => source === settings.name);
    if (isFirst && !dryRun) await ingest.putSource(settings);
    noteOutcomes(accepted, candidates, await ingest.apply(candidates, { run, durable: true }));
    if (kept.length > 0) await ingest.keep(kept, run);
  };

  return {
    addedBySource,
    async check(rows) {
      await codes.lookUp(rows);
      const accepted: CheckedRow[] = [];
      const kept: Candidate[] = [];
      const batch = new Map<string, Candidate>();
      const nowMs = clock.now();
      for (const row of rows) {
        const wait = giveWay();
        if (wait !== undefined) await wait;
        const read = readRow(row, nowMs);
        if (hasError(read.issues)) {
          // A row that can't be read still says that its things are there: they stay as they were.
          kept.push(...read.candidates);
          for (const lesson of read.lessons) lesson.takeBack();
          counter.refused(read.issues);
          continue;
        }
        counter.warned(read.issues);
        accepted.push(read);
        for (const candidate of read.candidates) {
          const key = candidateKey(candidate);
          if (isNews(candidate) && !batch.has(key)) batch.set(key, candidate);
        }
      }
      return () => write(accepted, [...batch.values()], kept);
    },
  };
};
