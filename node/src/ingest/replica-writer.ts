import { addToDigest, digestTerm, formatDigest, parseDigest, subtractFromDigest, type ThingId } from '@openstraat/spec';
import type { ChangeLog, RecordChange, ThingChange, ThingState } from '../log/change-log.ts';
import { kindOfId } from '../log/kind-of-id.ts';
import type { LeftOut, RemoteEntry, ReplicaChange, ReplicaCursor, ReplicaWriter } from '../model/replica.ts';
import { formatReplicaMark, isNewer, parseReplicaMark, type ReplicaMark } from './replica-mark.ts';
import { tombstone } from './tombstone.ts';
import { createWriteQueue } from './write-queue.ts';

const cursorKey = 'cursor';
const leftOutKey = 'left-out';
const rememberedKey = 'remembered';
const noteKey = (name: string): string => `peer.${name}`;

const nothingLeftOut: LeftOut = { live: 0, digest: 0n };

const formatLeftOut = ({ live, digest }: LeftOut): string => `${live} ${formatDigest(digest)}`;
const parseLeftOut = (text: string): LeftOut => {
  const [live, digest = ''] = text.split(' ');
  return { live: Number(live), digest: parseDigest(digest) };
};

const nodeRecord = (key: string, value: string): RecordChange => ({ table: 'node', key, value });
const cursorRecord = (cursor: ReplicaCursor): RecordChange => nodeRecord(cursorKey, JSON.stringify(cursor));

/** What an entry changes in the log; undefined when the log says the same already. */
const changeOf = (entry: RemoteEntry, state: ThingState | undefined): ThingChange | undefined => {
  const { id, text, hash, observedAt } = entry;
  // What the peer says now can't be taken, so what it said before is not shown either.
  if (entry.state !== 'live') return state?.hash === undefined ? undefined : tombstone(id, state);
  const kind = kindOfId(id);
  if (kind === undefined) throw new TypeError(`${id} is live, but no kind is named so`);
  return state?.hash === hash ? undefined : { id, kind, text, hash, observedAt, previous: state };
};

const withMark = (sum: LeftOut, origin: string, id: string, mark: ReplicaMark | undefined, sign: 1 | -1): LeftOut => {
  if (mark?.state !== 'left-out') return sum;
  const term = mark.hash === undefined ? 0n : digestTerm(origin + id, mark.hash);
  const move = sign === 1 ? addToDigest : subtractFromDigest;
  return { live: sum.live + sign, digest: move(sum.digest, term) };
};

/** An id, and what the replica remembers of it. */
interface MarkedId {
  readonly id: ThingId;
  readonly mark: ReplicaMark;
}

const isRemoval = ({ text }: ThingChange): boolean => text === undefined;

/** Makes the writer of a replica: a change log under the peer's origin, which nobody else writes. */
export const createReplicaWriter = (log: ChangeLog): ReplicaWriter => {
  const queue = createWriteQueue();

  const readLeftOut = async (): Promise<LeftOut> => {
    const stored = await log.record('node', leftOutKey);
    return stored === undefined ? nothingLeftOut : parseLeftOut(stored);
  };

  const readRemembered = async (): Promise<number> => Number((await log.record('node', rememberedKey)) ?? 0);
  /** The records that count what is remembered, where it becomes more or less. */
  const rememberedRecords = async (more: number): Promise<readonly RecordChange[]> =>
    more === 0 ? [] : [nodeRecord(rememberedKey, String((await readRemembered()) + more))];

  const write = async (
    things: readonly ThingChange[],
    records: readonly RecordChange[],
    durable: boolean,
  ): Promise<ReplicaChange> => {
    if (things.length + records.length > 0) await log.append({ things, records }, { durable });
    const removed = things.filter(isRemoval).length;
    return { changed: things.length - removed, removed };
  };

  const marksOf = async (ids: readonly ThingId[]): Promise<readonly (ReplicaMark | undefined)[]> => {
    const stored = await log.recordsOf(ids.map((key) => ({ table: 'peer', key })));
    return stored.map((text) => (text === undefined ? undefined : parseReplicaMark(text)));
  };

  const applyPage: ReplicaWriter['applyPage'] = async (entries, cursor, { durable }) => {
    const ids = entries.map(({ id }) => id);
    const marks = await marksOf(ids);
    const states = await log.states(ids);
    const before = await readLeftOut();
    let leftOut = before;
    let met = 0;
    const things: ThingChange[] = [];
    const records: RecordChange[] = [cursorRecord(cursor)];
    entries.forEach((entry, at) => {
      const known = marks[at];
      if (!isNewer(cursor.walk, entry.position, known)) return;
      // There is nothing to forget, and a peer could tell of deletions without end.
      if (entry.state === 'deleted' && known === undefined) return;
      if (known === undefined) met += 1;
      const change = changeOf(entry, states[at]);
      if (change !== undefined) things.push(change);
      const mark: ReplicaMark = { ...entry, walk: cursor.walk };
      records.push({ table: 'peer', key: entry.id, value: formatReplicaMark(mark) });
      leftOut = withMark(withMark(leftOut, log.origin, entry.id, known, -1), log.origin, entry.id, mark, 1);
    });
    if (leftOut !== before) records.push(nodeRecord(leftOutKey, formatLeftOut(leftOut)));
    records.push(...(await rememberedRecords(met)));
    return write(things, records, durable);
  };

  /** Takes entries away. */
  const withdraw = async (gone: readonly MarkedId[]): Promise<ReplicaChange> => {
    const states = await log.states(gone.map(({ id }) => id));
    const before = await readLeftOut();
    let leftOut = before;
    const things: ThingChange[] = [];
    const records: RecordChange[] = [];
    gone.forEach(({ id, mark }, at) => {
      const state = states[at];
      if (state?.hash !== undefined) things.push(tombstone(id, state));
      records.push({ table: 'peer', key: id, value: undefined });
      leftOut = withMark(leftOut, log.origin, id, mark, -1);
    });
    if (leftOut !== before) records.push(nodeRecord(leftOutKey, formatLeftOut(leftOut)));
    records.push(...(await rememberedRecords(-gone.length)));
    return write(things, records, false);
  };

  /** Forgets those that the log has no tombstone of any more. */
  const forget = async (deleted: readonly MarkedId[]): Promise<ReplicaChange> => {
    const states = await log.states(deleted.map(({ id }) => id));
    const records = deleted.flatMap(({ id }, at): RecordChange[] =>
      states[at] === undefined ? [{ table: 'peer', key: id, value: undefined }] : [],
    );
    return write([], [...records, ...(await rememberedRecords(-records.length))], false);
  };

  /** Hands what `chooses` finds among all marks to `work`, some at a time and each in its turn. */
  const inTurns = async (
    chooses: (mark: ReplicaMark) => boolean,
    work: (chosen: readonly MarkedId[]) => Promise<ReplicaChange>,
    signal?: AbortSignal,
  ): Promise<ReplicaChange> => {
    let changed = 0;
    let removed = 0;
    for await (const chunk of log.allRecords('peer', '')) {
      const ids = chunk.flatMap(([id, text]) => (chooses(parseReplicaMark(text)) ? [id as ThingId] : []));
      if (ids.length === 0) continue;
      if (signal?.aborted === true) return { changed, removed };
      const done = await queue.take(async () => {
        // Read again: a page may have come in since the walk over the marks began.
        const marks = await marksOf(ids);
        return work(
          ids.flatMap((id, at) => {
            const mark = marks[at];
            return mark !== undefined && chooses(mark) ? [{ id, mark }] : [];
          }),
        );
      });
      changed += done.changed;
      removed += done.removed;
    }
    return { changed, removed };
  };

  return {
    async cursor() {
      const stored = await log.record('node', cursorKey);
      return stored === undefined ? undefined : (JSON.parse(stored) as ReplicaCursor);
    },
    leftOut: readLeftOut,
    remembered: readRemembered,
    note: (name) => log.record('node', noteKey(name)),
    applyPage: (entries, cursor, options) => queue.take(() => applyPage(entries, cursor, options)),
    sweep: (walk, signal) => inTurns((mark) => mark.walk < walk, withdraw, signal),
    moveTo: (cursor) =>
      queue.take(async () => {
        await write([], [cursorRecord(cursor)], false);
      }),
    keepNote: (name, value) =>
      queue.take(async () => {
        await write([], [nodeRecord(noteKey(name), value)], true);
      }),
    async dropTombstones(beforeMs) {
      const dropped = await queue.take(() => log.dropTombstones(beforeMs * 1_000));
      await inTurns(({ state }) => state === 'deleted', forget);
      return dropped;
    },
  };
};
