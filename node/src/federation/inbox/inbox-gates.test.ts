import { expect, it } from 'vitest';
import { HandClock } from '../store/store.fixture.ts';
import { createInboxGates } from './inbox-gates.ts';
import { inboxLimits } from './limits.ts';

const times = (count: number, ask: () => number | undefined): readonly boolean[] =>
  Array.from({ length: count }, () => ask() === undefined);

it('lets each client, each host and all together in as often as they may, and no more until time has passed', () => {
  const clock = new HandClock();
  const limits = { ...inboxLimits, requestsAMinuteMax: 5, clientRequestsAMinuteMax: 3, hostActivitiesAMinuteMax: 2 };
  const gates = createInboxGates(clock, limits);
  expect(times(4, () => gates.enter('one'))).toEqual([true, true, true, false]);
  // What one was refused takes nothing from the others.
  expect(times(3, () => gates.enter('two'))).toEqual([true, true, false]);
  expect(gates.enter(undefined)).toBe(12);
  expect(times(3, () => gates.host('a.example'))).toEqual([true, true, false]);
  expect(times(1, () => gates.host('b.example'))).toEqual([true]);
  clock.turn(60_000);
  expect(times(4, () => gates.enter('one'))).toEqual([true, true, true, false]);
});
