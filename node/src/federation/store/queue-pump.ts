import type { QueueParts } from './queue-parts.ts';
import { storeFault } from './store-fault.ts';

/** What a pump keeps going. */
export interface PumpWork {
  /** Whether there is anybody to work for. */
  readonly isWanted: () => boolean;
  /** Does what can be done now. */
  readonly step: () => Promise<void>;
  /** When something can be done though nobody calls; infinite when never. */
  readonly nextDue: () => number;
}

type PumpParts = Pick<QueueParts, 'tables' | 'database' | 'clock' | 'limits' | 'onFault'>;

/** Keeps a queue going: one step at a time, as long as there is something to do, and again when someone calls or the time has come. */
export class QueuePump {
  readonly #parts: PumpParts;
  readonly #work: PumpWork;
  #isPumping = false;
  #isCalled = false;
  #isStopped = false;
  #isBroken = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: PumpParts, work: PumpWork) {
    this.#parts = parts;
    this.#work = work;
  }

  /** Whether steps are taken at all. */
  get isRunning(): boolean {
    return !this.#isStopped && !this.#isBroken && this.#work.isWanted() && this.#parts.database.failure === undefined;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Looks whether anything can be done. */
  wake(): void {
    this.goOn();
    if (!this.#isPumping) void this.#pump();
  }

  /** Lets another step follow the one at hand. */
  goOn(): void {
    this.#isCalled = true;
  }

  /** Takes no more steps. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /**
   * Stands still after a reading that failed, and says so once: the next would fail too. A write that failed was reported where it failed.
   * Either way the messages are on disk, and go again when that is opened again.
   */
  report(error: unknown): void {
    if (!this.isRunning) return;
    this.#isBroken = true;
    this.#parts.onFault(storeFault(error, this.#parts.tables.name));
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    clearTimeout(this.#timer);
    try {
      while (this.#isCalled && this.isRunning) {
        this.#isCalled = false;
        await this.#work.step();
      }
      this.#sleep();
    } catch (error) {
      this.report(error);
    } finally {
      this.#isPumping = false;
    }
  }

  #sleep(): void {
    const { clock, limits } = this.#parts;
    const next = this.#work.nextDue();
    if (next === Number.POSITIVE_INFINITY || !this.isRunning) return;
    const waitMs = Math.min(Math.max(1, next - clock.now()), limits.clockLookMs);
    this.#timer = setTimeout(() => this.wake(), waitMs);
  }
}
