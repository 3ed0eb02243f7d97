import { openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../model/clock.ts';
import { openFederationStore } from './open-federation-store.ts';

// A process to be killed: it enqueues `count` messages from `first` on, handles what comes, and writes what happened to a file, a line each.
const [folder = '', file = '', first = '0', count = '0'] = process.argv.slice(2);
const log = openSync(file, 'a');
const note = (...words: readonly unknown[]): void => void writeSync(log, `${words.join(' ')}\n`);

const store = await openFederationStore(folder, {
  clock: systemClock,
  limits: { handlersAtOnce: 8, messagesAhead: 32, attemptsMax: 3 },
  onParked: ({ sequence }, said) => note('parked', sequence, said),
});
const { outbox } = store.queues;
const controller = new AbortController();
const done = outbox.listen(
  async (message) => {
    const { n, key } = message as { n: number; key?: string };
    note('handled', n, key ?? '-');
    if (key === 'poison') process.kill(process.pid, 'SIGKILL');
    await pause(n % 3);
  },
  { signal: controller.signal },
);

const enqueue = async (n: number): Promise<void> => {
  const key = n % 4 === 0 ? `key-${n % 8}` : undefined;
  const delay = key === undefined && n % 5 === 0 ? ({ total: () => 20 } as unknown as Temporal.Duration) : undefined;
  const options = { ...(key !== undefined && { orderingKey: key }), ...(delay !== undefined && { delay }) };
  await outbox.enqueue({ n, ...(key !== undefined && { key }) }, options);
  note('accepted', n);
};

process.stdout.write('open\n');
if (first === 'poison') {
  await outbox.enqueueMany(Array.from({ length: 30 }, (_, n) => ({ n, ...(n === 5 && { key: 'poison' }) })));
} else {
  const numbers = Array.from({ length: Number(count) }, (_, index) => Number(first) + index);
  while (numbers.length > 0) await Promise.all(numbers.splice(0, 4).map((n) => enqueue(n)));
}
for (let depth = await outbox.getDepth(); depth.queued > 0; depth = await outbox.getDepth()) await pause(5);
controller.abort();
await done;
await store[Symbol.asyncDispose]();
note('drained');
