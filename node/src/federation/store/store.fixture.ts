import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageQueueEnqueueOptions } from '@fedify/fedify';
import type { Clock } from '../../model/clock.ts';

/** A clock that stands until it is turned. */
export class HandClock implements Clock {
  #now = Date.UTC(2026, 10, 22);
  now(): number {
    return this.#now;
  }
  turn(byMs: number): void {
    this.#now += byMs;
  }
}

/** As much of a duration as the store looks at. */
export const duration = (lengthMs: number): NonNullable<MessageQueueEnqueueOptions['delay']> =>
  ({ total: () => lengthMs }) as unknown as NonNullable<MessageQueueEnqueueOptions['delay']>;

/** A folder that goes with the test. */
export const scratchFolder = async (): Promise<AsyncDisposable & { readonly path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'os-store-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

/** A handler that remembers what it got, and what awaits a count of it. */
export const collector = () => {
  const messages: unknown[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  return {
    messages,
    handler: (message: unknown): void => {
      messages.push(message);
      for (const { resolve } of waiting.filter(({ count }) => count <= messages.length)) resolve();
      waiting = waiting.filter(({ count }) => count > messages.length);
    },
    received: (count: number): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (messages.length >= count) resolve();
      else waiting.push({ count, resolve });
      return promise;
    },
  };
};
