import { parseThingId, splitOfferKey, type ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange, ThingChange, ThingState } from '../log/change-log.ts';
import { fromStoredText, storedTextHash, toStoredText } from '../log/stored-text.ts';
import { chooseStatement } from './choose-statement.ts';
import { type Mark, markKey, parseMark, runOfMark, splitMarkKey } from './mark.ts';
import { readStatements, sourceOf } from './read-facts.ts';

const chunkThings = 1_000;

/** What a source no longer states. */
export interface Withdrawal {
  readonly source: string;
  readonly scope: string;
  readonly id: ThingId;
  readonly mark: Mark;
}

const tombstone = (id: ThingId, state: ThingState): ThingChange => ({
  id,
  kind: state.kind,
  text: undefined,
  hash: undefined,
  observedAt: undefined,
  previous: state,
});

const dropRecord = (table: RecordChange['table'], key: string): RecordChange => ({ table, key, value: undefined });

/** The names of all sources that have left a mark, found by leaping from one to the next. */
const sourceNames = async (log: ChangeLog): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let after = ''; ;) {
    const [first] = await log.records('mark', '', { after, limit: 1 });
    if (first === undefined) return names;
    const { source } = splitMarkKey(first[0]);
    names.push(source);
    after = `${source}!\uffff`;
  }
};

/**
 * Takes things away with every source's statement of them.
 * @param more records that are written with it
 */
export const removeWhole = async (
  log: ChangeLog,
  things: readonly { readonly id: ThingId; readonly scope: string }[],
  more: readonly RecordChange[] = [],
): Promise<number> => {
  const unique = [...new Map(things.map((thing) => [thing.id, thing])).values()];
  const states = await log.states(unique.map(({ id }) => id));
  const changes: ThingChange[] = [];
  const records: RecordChange[] = [...more];
  for (const [index, { id, scope }] of unique.entries()) {
    const state = states[index];
    if (state?.hash === undefined) continue;
    const statements = await readStatements(log, id);
    const entry = statements.length === 0 ? await log.get(id) : undefined;
    const sole = entry?.text === undefined ? undefined : sourceOf(fromStoredText(entry.text));
    const sources = sole === undefined ? statements.map(({ source }) => source) : [sole];
    for (const source of sources) {
      records.push(dropRecord('mark', markKey(source, scope, id)));
      if (statements.length > 0) records.push(dropRecord('statement', `${id}!${source}`));
    }
    changes.push(tombstone(id, state));
  }
  if (changes.length > 0 || records.length > 0) await log.append({ things: changes, records }, { durable: false });
  return changes.length;
};

/** Ids of what stands at a place, some at a time, as they were when they were asked for. */
export async function* idsAtPlace(log: ChangeLog, placeKey: string): AsyncGenerator<readonly ThingId[]> {
  for (const source of await sourceNames(log))
    for await (const records of log.allRecords('mark', `${source}!${placeKey}!`))
      yield records.map(([key]) => splitMarkKey(key).id);
}

/** ORDER-002: what stands at a place goes with it. */
const removeAtPlace = async (log: ChangeLog, placeKey: string): Promise<number> => {
  let removed = 0;
  for (const source of await sourceNames(log)) {
    for (;;) {
      const page = await log.records('mark', `${source}!${placeKey}!`, { limit: chunkThings });
      if (page.length === 0) break;
      removed += await removeWhole(
        log,
        page.map(([key]) => ({ id: splitMarkKey(key).id, scope: placeKey })),
      );
      // Marks whose thing is gone already have nothing left to say.
      await log.append({ things: [], records: page.map(([key]) => dropRecord('mark', key)) }, { durable: false });
    }
  }
  return removed;
};

const removeOffersOf = async (log: ChangeLog, productKey: string): Promise<number> => {
  let removed = 0;
  for (let after = ''; ;) {
    const page = await log.ids(`/offers/${productKey}.`, { after, limit: chunkThings });
    const offers = page.flatMap((id) => {
      const keys = splitOfferKey(id.slice('/offers/'.length));
      return keys.productKey === productKey ? [{ id, scope: keys.placeKey }] : [];
    });
    removed += await removeWhole(log, offers);
    const last = page.at(-1);
    if (last === undefined || page.length < chunkThings) return removed;
    after = last;
  }
};

/** What else goes when a thing goes. */
const removeDependents = async (log: ChangeLog, id: ThingId): Promise<number> => {
  const parsed = parseThingId(id);
  if (parsed?.kind === 'Place') return removeAtPlace(log, parsed.key);
  return parsed?.kind === 'Product' ? removeOffersOf(log, parsed.key) : 0;
};

/** How many marks stand at a place, but for those of one source: that one's are counted already. */
const countAtPlace = async (log: ChangeLog, placeKey: string, source: string): Promise<number> => {
  let count = 0;
  for (const other of await sourceNames(log)) {
    if (other === source) continue;
    for await (const chunk of log.allRecords('mark', `${other}!${placeKey}!`)) count += chunk.length;
  }
  return count;
};

/** What else would go if these went; what their own source would lose anyway is not counted. */
export const countDependents = async (
  log: ChangeLog,
  source: string,
  withdrawals: readonly Withdrawal[],
): Promise<number> => {
  let count = 0;
  for (const withdrawal of withdrawals) {
    const parsed = parseThingId(withdrawal.id);
    if (parsed?.kind === 'Place') count += await countAtPlace(log, parsed.key, source);
    if (parsed?.kind !== 'Product' || !(await isLast(log, withdrawal))) continue;
    const offers = await log.ids(`/offers/${parsed.key}.`, { limit: chunkThings });
    const states = await log.recordsOf(
      offers.map((id) => ({ table: 'mark', key: markKey(source, splitOfferKey(id).placeKey, id) })),
    );
    count += states.filter((mark) => mark === undefined).length;
  }
  return count;
};

/** Does nobody but this source state it? */
const isLast = async (log: ChangeLog, { source, id, mark }: Withdrawal): Promise<boolean> =>
  !mark.shared || (await readStatements(log, id)).every((statement) => statement.source === source);

/** A thing that others still state: it shows what they say. */
const stateWithout = async (
  log: ChangeLog,
  { source, id }: Withdrawal,
  state: ThingState,
): Promise<ThingChange | undefined> => {
  const left = (await readStatements(log, id)).filter((statement) => statement.source !== source);
  const chosen = chooseStatement(state.kind, left);
  if (chosen === undefined) return tombstone(id, state);
  const text = toStoredText(chosen);
  const hash = storedTextHash(text, log.origin);
  if (hash === state.hash) return undefined;
  const observedAt = 'observedAt' in chosen ? chosen.observedAt : undefined;
  return { id, kind: state.kind, text, hash, observedAt, previous: state };
};

/** The shop's code leads to this product no longer, unless it leads elsewhere by now. */
const codeRecords = async (log: ChangeLog, withdrawals: readonly Withdrawal[]): Promise<readonly RecordChange[]> => {
  const coded = withdrawals.flatMap(({ id, mark }) => (mark.code === undefined ? [] : [{ id, code: mark.code }]));
  const products = await log.recordsOf(coded.map(({ code }) => ({ table: 'code', key: code })));
  return coded.flatMap(({ id, code }, index) =>
    products[index] === id.slice('/products/'.length) ? [dropRecord('code', code)] : [],
  );
};

/**
 * Takes away what a source no longer states: dependents first, so that a stop in between leaves nothing that hangs in the air.
 * @returns how many things became tombstones
 */
export const withdraw = async (log: ChangeLog, withdrawals: readonly Withdrawal[]): Promise<number> => {
  let removed = 0;
  for (const withdrawal of withdrawals) {
    const kind = parseThingId(withdrawal.id)?.kind;
    if ((kind === 'Place' || kind === 'Product') && (await isLast(log, withdrawal)))
      removed += await removeDependents(log, withdrawal.id);
  }
  const states = await log.states(withdrawals.map(({ id }) => id));
  const changes: ThingChange[] = [];
  const records: RecordChange[] = [...(await codeRecords(log, withdrawals))];
  for (const [index, withdrawal] of withdrawals.entries()) {
    const state = states[index];
    const { source, scope, id, mark } = withdrawal;
    records.push(dropRecord('mark', markKey(source, scope, id)));
    if (mark.shared) records.push(dropRecord('statement', `${id}!${source}`));
    if (state?.hash === undefined) continue;
    const change = mark.shared ? await stateWithout(log, withdrawal, state) : tombstone(id, state);
    if (change === undefined) continue;
    changes.push(change);
    if (change.text === undefined) removed += 1;
  }
  await log.append({ things: changes, records }, { durable: false });
  return removed;
};

/** The runs of a source's marks, as `marksOf` would give them: nearly always only these are asked. */
export async function* runsOfMarks(log: ChangeLog, source: string): AsyncGenerator<readonly number[]> {
  for await (const chunk of log.allRecords('mark', `${source}!`)) yield chunk.map(([, text]) => runOfMark(text));
}

/** Marks of a source, some hundred at a time, as they were when they were asked for. */
export async function* marksOf(log: ChangeLog, source: string): AsyncGenerator<readonly Withdrawal[]> {
  for await (const chunk of log.allRecords('mark', `${source}!`))
    yield chunk.map(([key, text]) => ({ ...splitMarkKey(key), mark: parseMark(text) }));
}
