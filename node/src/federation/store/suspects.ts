import type { Deliveries } from './deliveries.ts';
import type { Message, MessageSupply } from './message-supply.ts';
import type { QueueBooks } from './queue-books.ts';
import type { QueueParts } from './queue-parts.ts';
import type { QueuePump } from './queue-pump.ts';

/** What suspects are cleared with. */
interface SuspectParts extends Pick<QueueParts, 'tables' | 'limits' | 'alone'> {
  readonly supply: MessageSupply;
  readonly books: QueueBooks;
  readonly deliveries: Deliveries;
  readonly pump: QueuePump;
}

/** Messages that were with handlers when the process ended: one of them may have ended it. Alone, it counts against no other. */
export class Suspects {
  readonly #sequences: number[];
  readonly #parts: SuspectParts;
  #isClearing = false;

  constructor(sequences: Iterable<number>, parts: SuspectParts) {
    this.#sequences = [...sequences];
    this.#parts = parts;
  }

  /** Hands them out one after the other, unless that is going on. @returns whether other messages have to wait */
  clear(): boolean {
    if (this.#sequences.length > 0 && !this.#isClearing) void this.#clearAll();
    return this.#isClearing;
  }

  async #clearAll(): Promise<void> {
    const { tables, supply, books, deliveries, pump } = this.#parts;
    this.#isClearing = true;
    try {
      while (this.#sequences.length > 0 && pump.isRunning) {
        const [sequence = 0] = this.#sequences.splice(0, 1);
        const record = await tables.record(sequence);
        if (record === undefined) books.forget(sequence);
        else await this.#clearOne(supply.admit(sequence, record));
        await deliveries.parkUnreadable();
      }
    } catch (error) {
      pump.report(error);
    } finally {
      this.#isClearing = false;
      pump.wake();
    }
  }

  async #clearOne(message: Message | undefined): Promise<void> {
    if (message === undefined) return;
    const { alone, limits, books, deliveries } = this.#parts;
    if (books.attempts(message.sequence) >= limits.attemptsMax)
      await deliveries.park(message, 'attempts', 'the process ended each time that it was handled');
    else
      await alone.take(async () => {
        for (const given of await deliveries.handOut([message])) await deliveries.deliver(given);
      });
  }
}
