import { failureWithin } from './failure-within.ts';
import type { Message, MessageRef, MessageSupply } from './message-supply.ts';
import type { QueueBooks } from './queue-books.ts';
import type { QueueListeners, Seat } from './queue-listeners.ts';
import type { QueueParts } from './queue-parts.ts';
import type { QueuePump } from './queue-pump.ts';
import type { ParkReason } from './queue-tables.ts';

/** A message, and who handles it. */
interface Delivery {
  readonly message: Message;
  readonly seat: Seat;
}

/** What deliveries take from, and leave in. */
interface DeliveryParts extends Pick<QueueParts, 'tables' | 'database' | 'clock' | 'limits' | 'onParked'> {
  readonly supply: MessageSupply;
  readonly books: QueueBooks;
  readonly listeners: QueueListeners;
  readonly pump: QueuePump;
}

/** The way of a message to a handler, and each of its ends: it is done with, goes again later, or is put aside. */
export class Deliveries {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Marks messages as handed out, each to a handler, so that a crash counts. */
  async handOut(messages: readonly Message[]): Promise<readonly Delivery[]> {
    const { supply, listeners, books, tables, database } = this.#parts;
    const given = messages.flatMap((message) => {
      const seat = listeners.take();
      if (seat === undefined) supply.call(message);
      return seat === undefined ? [] : [{ message, seat }];
    });
    if (given.length === 0) return [];
    const rows = given.map(({ message: { sequence } }) => tables.start(sequence, books.start(sequence)));
    try {
      await database.write(rows, false);
    } catch (error) {
      for (const { seat } of given) seat.leave();
      throw error;
    }
    return given;
  }

  /** Waits for the handler, and writes down what became of the message; it never throws. */
  async deliver({ message, seat }: Delivery): Promise<void> {
    const { books, pump, limits } = this.#parts;
    const failure = pump.isStopped
      ? undefined
      : await failureWithin(async () => seat.handler(message.message), limits.handlerMsMax);
    try {
      if (pump.isStopped) return;
      books.handled(message.sequence);
      if (failure === undefined) await this.#acknowledge(message);
      else await this.#tryAgain(message, failure);
    } catch (error) {
      pump.report(error);
    } finally {
      seat.leave();
      pump.wake();
    }
  }

  /** Puts aside what was met and cannot be read. */
  async parkUnreadable(): Promise<void> {
    for (const { record, ...message } of this.#parts.supply.takeUnreadable())
      await this.park(message, 'unreadable', 'its record is damaged', record);
  }

  /** Puts a message aside, with the oldest that was in its place where there are too many. */
  async park(message: MessageRef, reason: ParkReason, said: string, given?: string): Promise<void> {
    const { tables, database, books, clock, limits, onParked } = this.#parts;
    const record = given ?? (await tables.record(message.sequence)) ?? '';
    const [oldest] = books.parked < limits.parkedMax ? [] : await tables.parked(1);
    const parkedAt = clock.now();
    books.park({ inPlace: oldest !== undefined });
    this.#settle(message);
    const dropped = oldest === undefined ? [] : [tables.dropParked(oldest.sequence)];
    await database.write([...dropped, ...tables.park(message.sequence, record, reason, parkedAt)], true);
    onParked({ queue: tables.name, sequence: message.sequence, reason, parkedAt }, said);
  }

  async #acknowledge(message: Message): Promise<void> {
    this.#settle(message);
    await this.#parts.database.write(this.#parts.tables.remove(message.sequence), false);
  }

  async #tryAgain(message: Message, failure: string): Promise<void> {
    const { clock, limits, books, supply } = this.#parts;
    const attempts = books.attempts(message.sequence);
    if (attempts >= limits.attemptsMax) await this.park(message, 'attempts', failure);
    else supply.callAt(clock.now() + limits.retryMs * 2 ** (attempts - 1), message);
  }

  #settle(message: MessageRef): void {
    const { books, supply, pump } = this.#parts;
    books.settle(message.sequence);
    supply.settle(message);
    pump.wake();
  }
}
