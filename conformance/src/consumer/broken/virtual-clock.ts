import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

interface Timer {
  readonly atMs: number;
  readonly ring: () => void;
}

/** So many turns of the event loop without a new timer, and everybody is waiting. */
const quietTurns = 4;

/** Time that passes only when nobody does anything: waiting takes none. */
export class VirtualClock implements Clock {
  #nowMs = Date.parse('2026-03-10T12:00:00.250Z');
  #timers: readonly Timer[] = [];
  #isRunning = false;

  readonly now = (): number => this.#nowMs;

  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer: Timer = { atMs: this.#nowMs + ms, ring: resolve };
    this.#timers = [...this.#timers, timer].toSorted((left, right) => left.atMs - right.atMs);
    signal?.addEventListener('abort', () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
      resolve();
    });
    void this.#run();
    return promise;
  };

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#timers.length > 0) {
      const before = this.#timers;
      for (let quiet = 0; quiet < quietTurns; quiet++) await turn();
      if (this.#timers !== before) continue;
      const [next, ...rest] = before;
      this.#timers = rest;
      if (next === undefined) break;
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.ring();
    }
    this.#isRunning = false;
  }
}
