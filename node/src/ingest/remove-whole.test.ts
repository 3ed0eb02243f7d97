import { expect, it, vi } from 'vitest';
import type { RecordChange } from '../log/change-log.ts';
import { toStoredText } from '../log/stored-text.ts';
import { offer, startIngest } from './ingest.fixture.ts';
import { ingestLimits } from './limits.ts';
import { removeWhole } from './remove-whole.ts';

const { id, scope, data } = offer('s0', 'x');
/** A mark and a statement each, and the thing itself. */
const sources = ingestLimits.removalChangesMax / 2 - 1;

it.each([
  [1, 1],
  [2, 2],
])('takes away as much at once as its limit, and the rest in another write (%i more)', async (more, writes) => {
  const { log, deliver } = startIngest();
  await deliver([offer('s0', 'x')]);
  const records = Array.from({ length: sources }, (_, index): RecordChange[] => [
    { table: 'mark', key: `s${index}!${scope}!${id}`, value: '0\ts\t' },
    { table: 'statement', key: `${id}!s${index}`, value: toStoredText(data) },
  ]);
  await log.append({ things: [], records: records.flat() }, { durable: false });
  const append = vi.spyOn(log, 'append');
  const others = Array.from({ length: more }, (_, index): RecordChange => ({
    table: 'moved',
    key: `${index}`,
    value: '',
  }));
  expect(await removeWhole(log, [{ id, scope }], others)).toBe(1);
  expect(append).toHaveBeenCalledTimes(writes);
  // A stop before the last write leaves a mark by which the thing is found.
  expect(append.mock.lastCall?.[0].things).toHaveLength(1);
  expect(append.mock.lastCall?.[0].records.some(({ table }) => table === 'mark')).toBe(true);
  expect(log.head().live).toBe(0);
  expect(await log.records('statement', '', { limit: 1 })).toEqual([]);
  expect(await log.records('mark', '', { limit: 1 })).toEqual([]);
});
