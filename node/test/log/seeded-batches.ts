import { dataHash, type ThingId } from '@openstraat/spec';
import type { ChangeLog, LogHead, ThingChange } from '../../src/log/change-log.ts';

export const batchesOrigin = 'https://winkels.example';

/** The nth of a row of batches that is the same in every process: some things change, some go, some return. */
const namedIn = (n: number): readonly (readonly [ThingId, string | undefined])[] => {
  const first = (n * 37) % 500;
  return Array.from({ length: 150 }, (_, index) => {
    const id: ThingId = `/places/p${(first + index * 3) % 500}`;
    return [
      id,
      (n + index) % 5 === 0 ? undefined : `{"n":${n},"filling":"${'x'.repeat(((n + index) % 9) * 400)}"}`,
    ] as const;
  });
};

/** Appends the nth batch, with its number in the records. */
export const appendBatch = async (log: ChangeLog, n: number, durable: boolean): Promise<LogHead> => {
  const named = namedIn(n);
  const states = await log.states(named.map(([id]) => id));
  const things = named.flatMap(([id, text], index): ThingChange[] => {
    const previous = states[index];
    if (text === undefined && previous?.hash === undefined) return [];
    const hash = text === undefined ? undefined : dataHash(text);
    return [{ id, kind: 'Place', text, hash, observedAt: undefined, previous }];
  });
  return log.append({ things, records: [{ table: 'node', key: 'batch', value: String(n) }] }, { durable });
};

/** Number of the last batch that the log holds; 0 for none. */
export const lastBatch = async (log: ChangeLog): Promise<number> => Number((await log.record('node', 'batch')) ?? '0');
