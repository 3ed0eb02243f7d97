import type { ThingId } from '@openstraat/spec';
import type { ChangeLog, ChangeLogReader, RecordChange, ThingChange, ThingState } from '../log/change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { chooseStatement } from './choose-statement.ts';
import { canHaveDependents, countDependents, removeDependents } from './dependents.ts';
import { dropRecord } from './drop-record.ts';
import { type Mark, markKey } from './mark.ts';
import { readStatements } from './read-statements.ts';
import { tombstone } from './tombstone.ts';

/** What a source no longer states. */
export interface Withdrawal {
  readonly source: string;
  readonly scope: string;
  readonly id: ThingId;
  readonly mark: Mark;
}

/** Does nobody but this source state it? */
const isLast = async (log: ChangeLogReader, { source, id, mark }: Withdrawal): Promise<boolean> =>
  !mark.shared || (await readStatements(log, id)).every((statement) => statement.source === source);

/** How much else would go if these went; what their own source would lose anyway is not counted. */
export const countAlong = async (log: ChangeLogReader, withdrawals: readonly Withdrawal[]): Promise<number> => {
  let count = 0;
  for (const withdrawal of withdrawals)
    if (canHaveDependents(withdrawal.id) && (await isLast(log, withdrawal)))
      count += await countDependents(log, withdrawal.id, withdrawal.source);
  return count;
};

/** A thing that others still state: it shows what they say. */
const stateWithout = async (
  log: ChangeLogReader,
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
const codeRecords = async (
  log: ChangeLogReader,
  withdrawals: readonly Withdrawal[],
): Promise<readonly RecordChange[]> => {
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
  for (const withdrawal of withdrawals)
    if (canHaveDependents(withdrawal.id) && (await isLast(log, withdrawal)))
      removed += await removeDependents(log, withdrawal.id);
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
