import { expect, it } from 'vitest';
import { createWriteQueue, type Touches } from './write-queue.ts';

/** A queue and what happened in it, with work that ends when it is told. */
const watched = () => {
  const queue = createWriteQueue();
  const events: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const work = async (name: string): Promise<void> => {
    events.push(`${name} begins`);
    const gate = Promise.withResolvers<void>();
    gates.set(name, gate);
    await gate.promise;
    events.push(`${name} ends`);
  };
  return {
    queue,
    events,
    end: async (name: string): Promise<void> => {
      gates.get(name)?.resolve();
      await settled();
    },
    take: (name: string) => queue.take(() => work(name)),
    prepared: (name: string, touches: Touches) =>
      queue.takePrepared(
        touches,
        async () => void events.push(`${name} is prepared`),
        () => work(name),
      ),
  };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const touches = (writes: readonly string[], reads: readonly string[] = []): Touches => ({
  writes: new Set(writes),
  reads: new Set(reads),
});

it('prepares what touches other things while the work ahead still writes', async () => {
  const { events, prepared, end } = watched();
  void prepared('one', touches(['a'], ['p']));
  void prepared('two', touches(['b'], ['p']));
  await settled();
  expect(events).toEqual(['one is prepared', 'two is prepared', 'one begins']);
  await end('one');
  expect(events.slice(3)).toEqual(['one ends', 'two begins']);
});

it.each([
  ['writes the same', touches(['a'])],
  ['reads what is written ahead', touches(['b'], ['a'])],
])('prepares in its turn what %s', async (_what, second) => {
  const { events, prepared, end } = watched();
  void prepared('one', touches(['a']));
  void prepared('between', touches(['c']));
  void prepared('two', second);
  await settled();
  expect(events).not.toContain('two is prepared');
  await end('one');
  await end('between');
  expect(events.slice(-3)).toEqual(['between ends', 'two is prepared', 'two begins']);
});

it('prepares nothing past work that may write anything', async () => {
  const { events, take, prepared, end } = watched();
  void take('any');
  void prepared('two', touches(['a']));
  await settled();
  expect(events).toEqual(['any begins']);
  await end('any');
  expect(events.slice(1)).toEqual(['any ends', 'two is prepared', 'two begins']);
});

it('goes on behind work that fails, and tells only its own caller', async () => {
  const queue = createWriteQueue();
  const fails = queue.takePrepared(
    touches(['a']),
    () => Promise.reject(new Error('unreadable')),
    () => Promise.resolve('written'),
  );
  const after = queue.takePrepared(
    touches(['a']),
    () => Promise.resolve('read'),
    (read) => Promise.resolve(`${read}, written`),
  );
  await expect(fails).rejects.toThrow('unreadable');
  expect(await after).toBe('read, written');
});
