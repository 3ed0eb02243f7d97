import { expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { HandClock } from '../../log/log.fixture.ts';
import { createRetiringLog } from './retiring-log.ts';

const origin = 'https://een.example';
const openLog = () => new MemoryChangeLog({ origin, clock: new HandClock() });
const longMs = 60_000;

/** Whether a promise has settled once everything that could settle it had its turn. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false;
  void promise.finally(() => {
    settled = true;
  });
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

const slow = async function* () {
  yield [];
  yield [];
};

const slowLog = () => createRetiringLog(Object.assign(openLog(), { entries: slow }));

it('lets those who read end, before it can be closed', async () => {
  const below = openLog();
  const found = Promise.withResolvers<undefined>();
  const retiringLog = createRetiringLog(Object.assign(below, { get: () => found.promise }));
  const { log } = retiringLog;
  const walk = log.entries()[Symbol.asyncIterator]();
  const reading = log.get('/sources/a');
  const retiring = retiringLog.retire(longMs);
  expect(await isSettled(retiring)).toBe(false);
  found.resolve(undefined);
  await expect(reading).resolves.toBeUndefined();
  await walk.return?.();
  await retiring;
});

it('waits for a walk that stands still, until it is given up or the time is over', async () => {
  const one = slowLog();
  const walk = one.log.entries()[Symbol.asyncIterator]();
  await walk.next();
  const retiring = one.retire(longMs);
  expect(await isSettled(retiring)).toBe(false);
  await expect(walk.next()).rejects.toMatchObject({ code: 'log-stopped' });
  await retiring;

  const other = slowLog();
  await other.log.entries()[Symbol.asyncIterator]().next();
  await expect(other.retire(1)).resolves.toBeUndefined();
});

it('finds nothing any more, and says so to who would take that for the end', async () => {
  const retiringLog = createRetiringLog(openLog());
  const { log } = retiringLog;
  const head = log.head();
  await retiringLog.retire(longMs);
  expect(await log.get('/sources/a')).toBeUndefined();
  expect(await log.states(['/sources/a'])).toEqual([undefined]);
  expect(await log.ids('/', { limit: 1 })).toEqual([]);
  expect(log.head()).toEqual(head);
  expect(log.failure()).toMatchObject({ code: 'log-stopped' });
  await expect(log.page(0, 1)).rejects.toMatchObject({ code: 'log-stopped' });
  await expect(log.entries()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'log-stopped' });
});
