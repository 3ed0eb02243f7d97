import { type RecordTable, recordTables, type LogEntry, type ThingState } from './change-log.ts';
import { decodeEntry } from './entry-codec.ts';
import { entriesAfter, entryKey, everyKey, idOfKey, positionOfKey, stateKey, tombstoneKey } from './keys.ts';
import { kindOfId } from './kind-of-id.ts';
import { type LevelDatabase, type LevelSnapshot, scan } from './level-database.ts';
import { levelFault } from './level-fault.ts';
import { damagedTables } from './level-tables.ts';
import { logLimits } from './limits.ts';
import type { LogMeta } from './meta-codec.ts';
import { Recount } from './recount.ts';
import { decodeState } from './state-codec.ts';
import { storedTextHash, withOrigin } from './stored-text.ts';

interface Verification {
  readonly database: LevelDatabase;
  readonly snapshot: LevelSnapshot;
  readonly meta: LogMeta;
  /** Takes one sentence. */
  readonly report: (sentence: string) => void;
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(withOrigin(text, ''));
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with one entry, beside its state. Pure. */
const entryFaults = (
  entry: LogEntry,
  state: ThingState | undefined,
  hash: string | undefined,
  tombstoneId: string | undefined,
): readonly string[] => {
  const { id, position, text } = entry;
  if (state === undefined) return [`${id} at ${position} has no state that can be read.`];
  const faults: string[] = [];
  if (state.position !== position)
    faults.push(`${id} has an entry at ${position}, but its state says ${state.position}.`);
  if (text !== undefined && !isJson(text)) faults.push(`The text of ${id} at ${position} is not JSON.`);
  if (state.hash !== hash) faults.push(`The state of ${id} at ${position} does not carry the hash of its text.`);
  if (text === undefined && tombstoneId !== id)
    faults.push(`The tombstone of ${id} at ${position} is not in its list.`);
  return faults;
};

const verifyChunk = async (
  { database, snapshot, meta, report }: Verification,
  chunk: readonly [string, string][],
  recount: Recount,
): Promise<void> => {
  const entries = chunk.flatMap(([key, value]) => {
    const entry = decodeEntry(positionOfKey(key), value);
    if (entry === undefined) report(`The entry at ${positionOfKey(key)} cannot be read.`);
    return entry ?? [];
  });
  const states = await database.getMany(
    entries.map(({ id }) => stateKey(id)),
    { snapshot },
  );
  const tombstones = entries.filter(({ text }) => text === undefined);
  const ids = await database.getMany(
    tombstones.map(({ position }) => tombstoneKey(position)),
    { snapshot },
  );
  const tombstoneIds = new Map(tombstones.map(({ position }, index) => [position, ids[index]]));
  for (const [index, entry] of entries.entries()) {
    const hash = entry.text === undefined ? undefined : storedTextHash(entry.text, meta.origin);
    recount.add(entry, hash);
    const state = decodeState(entry.kind, states[index] ?? '');
    for (const fault of entryFaults(entry, state, hash, tombstoneIds.get(entry.position))) report(fault);
  }
};

/** States whose entry is not there. Looked for only when there are more states than entries. */
const reportLooseStates = async ({ database, snapshot, report }: Verification): Promise<void> => {
  for await (const chunk of scan(database, everyKey('d!'), { snapshot })) {
    const positions = chunk.map(
      ([key, value]) => decodeState(kindOfId(idOfKey(key)) ?? 'Source', value)?.position ?? 0,
    );
    const entries = await database.getMany(positions.map(entryKey), { snapshot });
    for (const [index, [key]] of chunk.entries()) {
      if (!entries[index]?.startsWith(`${idOfKey(key)}\n`)) report(`${idOfKey(key)} has a state, but no entry.`);
    }
  }
};

const reportLooseTombstones = async ({ database, snapshot, report }: Verification): Promise<void> => {
  for await (const chunk of scan(database, everyKey('x!'), { snapshot })) {
    const entries = await database.getMany(
      chunk.map(([key]) => entryKey(positionOfKey(key))),
      { snapshot },
    );
    for (const [index, [key, id]] of chunk.entries()) {
      if (entries[index] !== `${id}\n`)
        report(`The list of tombstones has ${id} at ${positionOfKey(key)}, which is none.`);
    }
  }
};

const countKeys = async ({ database, snapshot }: Verification, room: 'd!' | 'x!'): Promise<number> => {
  let count = 0;
  for await (const chunk of scan(database, everyKey(room), { snapshot })) count += chunk.length;
  return count;
};

const reportRecords = async ({ database, snapshot, report }: Verification): Promise<void> => {
  const tables: ReadonlySet<string> = new Set<RecordTable>(recordTables);
  for await (const chunk of scan(database, everyKey('r!'), { snapshot })) {
    for (const [key] of chunk) {
      if (!tables.has(key.slice(2, key.indexOf('!', 2)))) report(`The record ${key.slice(2)} is in no table.`);
    }
  }
};

const verifyAll = async (verification: Verification): Promise<void> => {
  const { database, snapshot, meta, report } = verification;
  const recount = new Recount(meta.origin);
  for await (const chunk of scan(database, entriesAfter(0), { snapshot }))
    await verifyChunk(verification, chunk, recount);
  // Each entry has its state: where there are as many of both, no state lacks its entry.
  if ((await countKeys(verification, 'd!')) !== recount.entries) await reportLooseStates(verification);
  if ((await countKeys(verification, 'x!')) !== recount.tombstones) await reportLooseTombstones(verification);
  await reportRecords(verification);
  for (const difference of recount.differences(meta.head)) report(difference);
};

/** Reads a log from end to end as it was at one instant. @returns what is wrong, one sentence each */
export const verifyLevelLog = async (
  database: LevelDatabase,
  snapshot: LevelSnapshot,
  meta: LogMeta,
): Promise<readonly string[]> => {
  const sentences: string[] = [];
  let unsaid = 0;
  const report = (sentence: string): void => {
    if (sentences.length < logLimits.verifySentencesMax) sentences.push(sentence);
    else unsaid += 1;
  };
  // What LevelDB reads from a damaged table could end the process: then nothing more is read.
  const damages = await damagedTables(database, 'all');
  if (damages.length > 0) return damages;
  try {
    await verifyAll({ database, snapshot, meta, report });
  } catch (error) {
    // What cannot be read is a finding; any other fault is not about the log.
    const fault = levelFault(error, database.location);
    if (fault.code !== 'log-corrupt') throw fault;
    sentences.push(fault.message);
  }
  return unsaid === 0 ? sentences : [...sentences, `And ${unsaid} more.`];
};
