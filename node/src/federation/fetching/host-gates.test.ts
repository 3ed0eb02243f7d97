import { expect, it } from 'vitest';
import { HostGates } from './host-gates.ts';

const entered = async (entering: ReturnType<HostGates['enter']>): Promise<() => void> => {
  const leave = await entering;
  if (typeof leave === 'string') throw new Error(leave);
  return leave;
};

it('lets in as many as may run, has as many wait, in order, and sends others away', async () => {
  const gates = new HostGates(2, 2);
  const first = await entered(gates.enter('a'));
  const second = await entered(gates.enter('a'));
  const order: string[] = [];
  const third = gates.enter('a').then((leave) => (order.push('third'), leave));
  const fourth = gates.enter('a').then((leave) => (order.push('fourth'), leave));
  expect(await gates.enter('a')).toBe('full');
  // Another host has places of its own.
  await entered(gates.enter('b'));
  expect(order).toEqual([]);
  first();
  (await entered(third))();
  await entered(fourth);
  expect(order).toEqual(['third', 'fourth']);
  second();
  await entered(gates.enter('a'));
});

it('is left by who stops waiting, without losing the place of another', async () => {
  const gates = new HostGates(1, 1);
  const leave = await entered(gates.enter('a'));
  const stop = new AbortController();
  const waiting = gates.enter('a', stop.signal);
  expect(await gates.enter('a')).toBe('full');
  stop.abort();
  expect(await waiting).toBe('stopped');
  expect(await gates.enter('a', stop.signal)).toBe('stopped');
  const next = gates.enter('a');
  leave();
  await entered(next);
  // Who has a place already keeps it.
  const late = new AbortController();
  const kept = await entered(gates.enter('b', late.signal));
  late.abort();
  const waits = gates.enter('b');
  kept();
  await entered(waits);
});
