import type { ChangeLogReader } from '../../log/change-log.ts';
import { Fault } from '../../model/fault.ts';

/** A log that can be taken away from those who read it. */
export interface RetiringLog {
  /** What readers get. */
  readonly log: ChangeLogReader;
  /** From now on look-ups find nothing, and walks end with a fault. Resolves when nobody reads any more, or the time is over. */
  retire(timeoutMs: number): Promise<void>;
}

const retired = (): Fault => new Fault('log-stopped', 'The node that this log is of is no longer followed.');

/** Stands before a log, so that it is never closed while somebody reads it. */
export const createRetiringLog = (log: ChangeLogReader): RetiringLog => {
  let isRetired = false;
  let reads = 0;
  let lastHead: ReturnType<ChangeLogReader['head']> | undefined;
  const done = Promise.withResolvers<void>();

  const leave = (): void => {
    reads -= 1;
    if (isRetired && reads === 0) done.resolve();
  };
  const during = async <T>(read: () => Promise<T>): Promise<T> => {
    reads += 1;
    try {
      return await read();
    } finally {
      leave();
    }
  };
  const look = <T>(read: () => Promise<T>, none: T): Promise<T> => (isRetired ? Promise.resolve(none) : during(read));
  const walk = <T>(read: () => Promise<T>): Promise<T> => (isRetired ? Promise.reject(retired()) : during(read));
  const each = async function* <T>(read: () => AsyncIterable<T>): AsyncGenerator<T> {
    if (isRetired) throw retired();
    reads += 1;
    try {
      for await (const one of read()) {
        yield one;
        if (isRetired) throw retired();
      }
    } finally {
      leave();
    }
  };

  return {
    log: {
      origin: log.origin,
      head: () => (isRetired ? (lastHead ?? log.head()) : log.head()),
      failure: () => (isRetired ? retired() : log.failure()),
      get: (id) => look(() => log.get(id), undefined),
      entriesOf: (seen) =>
        look(
          () => log.entriesOf(seen),
          seen.map(() => undefined),
        ),
      states: (ids) =>
        look(
          () => log.states(ids),
          ids.map(() => undefined),
        ),
      page: (after, limit) => walk(() => log.page(after, limit)),
      entries: () => each(() => log.entries()),
      ids: (prefix, range) => look(() => log.ids(prefix, range), []),
      record: (table, key) => look(() => log.record(table, key), undefined),
      recordsOf: (keys) =>
        look(
          () => log.recordsOf(keys),
          keys.map(() => undefined),
        ),
      records: (table, prefix, range) => look(() => log.records(table, prefix, range), []),
      allRecords: (table, prefix) => each(() => log.allRecords(table, prefix)),
    },
    async retire(timeoutMs) {
      lastHead ??= log.head();
      isRetired = true;
      if (reads === 0) return;
      const timer = setTimeout(() => done.resolve(), timeoutMs);
      await done.promise;
      clearTimeout(timer);
    },
  };
};
