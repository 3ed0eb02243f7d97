import type { ThingId } from '@openstraat/spec';
import type { ChangeLogReader, ThingState } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { isSharedKind, type Statement } from './choose-statement.ts';
import { type Mark, markKey, parseMark } from './mark.ts';
import type { Facts } from './prepare-change.ts';

const statementsMax = 10_000;

/** Every source's statement of a thing that several state; empty while one alone does. */
export const readStatements = async (log: ChangeLogReader, id: ThingId): Promise<readonly Statement[]> =>
  (await log.records('statement', `${id}!`, { limit: statementsMax })).map(([key, text]) => ({
    source: key.slice(id.length + 1),
    data: fromStoredText(text),
  }));

/** The name of the source that a thing in the log says it is from. */
export const sourceOf = (data: object): string | undefined =>
  'source' in data && typeof data.source === 'string' ? data.source.replace('/sources/', '') : undefined;

const alone = (state: ThingState | undefined, mark: Mark | undefined): Facts => ({
  state,
  mark,
  others: [],
  ownStatement: undefined,
  joins: undefined,
});

/** A second source meets a thing that one alone has stated so far. */
const joining = async (log: ChangeLogReader, candidate: Candidate, state: ThingState): Promise<Facts> => {
  const entry = await log.get(candidate.id);
  const data = entry?.text === undefined ? undefined : fromStoredText(entry.text);
  const source = data === undefined ? undefined : sourceOf(data);
  if (data === undefined || source === undefined || source === candidate.source) return alone(state, undefined);
  const mark = await log.record('mark', markKey(source, candidate.scope, candidate.id));
  return {
    state,
    mark: undefined,
    others: [{ source, data }],
    ownStatement: undefined,
    joins: mark === undefined ? undefined : { source, mark: parseMark(mark) },
  };
};

const factsOf = async (
  log: ChangeLogReader,
  candidate: Candidate,
  state: ThingState | undefined,
  mark: Mark | undefined,
): Promise<Facts> => {
  if (state?.hash === undefined || !isSharedKind(candidate.kind)) return alone(state, mark);
  if (mark !== undefined && !mark.shared) return alone(state, mark);
  const statements = await readStatements(log, candidate.id);
  if (statements.length === 0) return mark === undefined ? joining(log, candidate, state) : alone(state, mark);
  return {
    state,
    mark,
    others: statements.filter(({ source }) => source !== candidate.source),
    ownStatement: statements.find(({ source }) => source === candidate.source)?.data,
    joins: undefined,
  };
};

/** Reads what the log knows of each candidate: two look-ups for all, and more only where sources share a thing. */
export const readFacts = async (log: ChangeLogReader, candidates: readonly Candidate[]): Promise<readonly Facts[]> => {
  const [states, marks] = await Promise.all([
    log.states(candidates.map(({ id }) => id)),
    log.recordsOf(candidates.map(({ source, scope, id }) => ({ table: 'mark', key: markKey(source, scope, id) }))),
  ]);
  const facts: Facts[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const text = marks[index];
    const mark = text === undefined ? undefined : parseMark(text);
    const state = states[index];
    const isSimple = state?.hash === undefined || !isSharedKind(candidate.kind) || mark?.shared === false;
    facts.push(isSimple ? alone(state, mark) : await factsOf(log, candidate, state, mark));
  }
  return facts;
};
