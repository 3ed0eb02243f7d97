import { thingId } from '@openstraat/spec';
import type { ChangeLogReader, ThingState } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { noScope, scopeOf } from '../model/scope.ts';
import { isSharedKind } from './choose-statement.ts';
import { type Mark, markKey, parseMark } from './mark.ts';
import type { Facts } from './prepare-change.ts';
import { readStatements, sourceOf } from './read-statements.ts';

const alone = (state: ThingState | undefined, mark: Mark | undefined): Facts => ({
  state,
  mark,
  others: [],
  ownStatement: undefined,
  joins: undefined,
  movedFrom: undefined,
  isPlaceGone: false,
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
    movedFrom: undefined,
    isPlaceGone: false,
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
    movedFrom: undefined,
    isPlaceGone: false,
  };
};

/** A thing of one source without its mark: it may have stood at another place before. */
const moved = async (log: ChangeLogReader, candidate: Candidate, state: ThingState): Promise<Facts> => {
  const entry = await log.get(candidate.id);
  const data = entry?.text === undefined ? undefined : fromStoredText(entry.text);
  if (data === undefined || sourceOf(data) !== candidate.source) return alone(state, undefined);
  const key = markKey(candidate.source, scopeOf(candidate.kind, data), candidate.id);
  const mark = await log.record('mark', key);
  return mark === undefined ? alone(state, undefined) : { ...alone(state, parseMark(mark)), movedFrom: key };
};

/**
 * ORDER-002: the places of these candidates that were removed, and do not come back with them.
 * @param placesThere keys of places that are known to be there; what is found is added
 */
const placesGone = async (
  log: ChangeLogReader,
  candidates: readonly Candidate[],
  placesThere: Set<string>,
): Promise<ReadonlySet<string>> => {
  const unknown = new Set<string>();
  for (const { scope } of candidates) if (scope !== noScope && !placesThere.has(scope)) unknown.add(scope);
  if (unknown.size === 0) return unknown;
  const scopes = [...unknown];
  const states = await log.states(scopes.map((scope) => thingId('Place', scope)));
  for (const [index, scope] of scopes.entries()) {
    const state = states[index];
    if (state?.hash !== undefined) placesThere.add(scope);
    if (state === undefined || state.hash !== undefined) unknown.delete(scope);
  }
  for (const { kind, id } of candidates) if (kind === 'Place') unknown.delete(id.slice('/places/'.length));
  return unknown;
};

const markKeyOf = (candidate: Candidate | undefined): string =>
  candidate === undefined ? '' : markKey(candidate.source, candidate.scope, candidate.id);

/**
 * Reads what the log knows of each candidate: a few look-ups for all, and more only where sources share a thing or a thing has moved.
 * @param placesThere keys of places that are known to be there; the writer forgets them when things are removed
 */
export const readFacts = async (
  log: ChangeLogReader,
  candidates: readonly Candidate[],
  placesThere: Set<string>,
): Promise<readonly Facts[]> => {
  const [states, gone] = await Promise.all([
    log.states(candidates.map(({ id }) => id)),
    placesGone(log, candidates, placesThere),
  ]);
  // What is new has no mark: a first import asks for none.
  const live = candidates.flatMap((_candidate, index) => (states[index]?.hash === undefined ? [] : [index]));
  const keys = live.map((index) => markKeyOf(candidates[index]));
  const found = keys.length === 0 ? [] : await log.recordsOf(keys.map((key) => ({ table: 'mark', key })));
  const marks = new Map(live.map((index, at) => [index, found[at]]));
  const facts: Facts[] = [];
  // Counted, not iterated: pairs of index and candidate would be as many objects again.
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const text = marks.get(index);
    const mark = text === undefined ? undefined : parseMark(text);
    const state = states[index];
    if (gone.has(candidate.scope)) facts.push({ ...alone(state, mark), isPlaceGone: true });
    else if (state?.hash === undefined || mark?.shared === false) facts.push(alone(state, mark));
    else if (isSharedKind(candidate.kind)) facts.push(await factsOf(log, candidate, state, mark));
    else facts.push(mark === undefined ? await moved(log, candidate, state) : alone(state, mark));
  }
  return facts;
};
