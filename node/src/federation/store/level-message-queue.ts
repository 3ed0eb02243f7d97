import type {
  MessageQueue,
  MessageQueueDepth,
  MessageQueueEnqueueOptions,
  MessageQueueListenOptions,
} from '@fedify/fedify';
import { Fault } from '../../model/fault.ts';
import { DelayedMessages } from './delayed-messages.ts';
import { Deliveries } from './deliveries.ts';
import { decodeMessage, encodeMessage, type StoredMessage } from './message-record.ts';
import { MessageSupply } from './message-supply.ts';
import { QueueBooks } from './queue-books.ts';
import { type MessageHandler, QueueListeners } from './queue-listeners.ts';
import type { QueueParts } from './queue-parts.ts';
import { QueuePump } from './queue-pump.ts';
import type { FoundQueue, ParkedMessage } from './queue-tables.ts';
import { Suspects } from './suspects.ts';

/**
 * A message queue for Fedify. An accepted message is on disk, and stays there until a handler is done with it: it is handed out at least once,
 * and a bounded number of times. Those of one ordering key go in their order, one that failed and is to be tried again before those that came after it.
 */
export class LevelMessageQueue implements MessageQueue {
  readonly nativeRetrial = false;
  readonly #parts: QueueParts;
  readonly #books: QueueBooks;
  readonly #listeners = new QueueListeners();
  readonly #supply: MessageSupply;
  readonly #delayed: DelayedMessages;
  readonly #pump: QueuePump;
  readonly #deliveries: Deliveries;
  readonly #suspects: Suspects;

  private constructor(parts: QueueParts, found: FoundQueue, delayed: DelayedMessages) {
    const books = new QueueBooks(found);
    const supply = new MessageSupply(parts.tables, parts.limits, found.lastSequence, parts.hostOf);
    const pump = new QueuePump(parts, {
      isWanted: () => this.#listeners.present,
      step: () => this.#step(),
      nextDue: () => Math.min(delayed.nextDue, supply.nextRetry),
    });
    const deliveries = new Deliveries({ ...parts, supply, books, listeners: this.#listeners, pump });
    this.#parts = parts;
    this.#books = books;
    this.#supply = supply;
    this.#delayed = delayed;
    this.#pump = pump;
    this.#deliveries = deliveries;
    this.#suspects = new Suspects(found.started.keys(), { ...parts, supply, books, deliveries, pump });
  }

  /** Opens what an earlier run left. */
  static async open(parts: QueueParts): Promise<LevelMessageQueue> {
    const delayed = new DelayedMessages(parts.tables);
    await delayed.find();
    const queue = new LevelMessageQueue(parts, await parts.tables.find(), delayed);
    for await (const orderingKey of parts.tables.delayedOrderingKeys())
      queue.#supply.leave(orderingKey, { count: 1, isUnderWay: false });
    return queue;
  }

  enqueue(message: unknown, options?: MessageQueueEnqueueOptions): Promise<void> {
    return this.enqueueMany([message], options);
  }

  /**
   * Adds messages together or not at all; answers when the disk has them.
   * @throws {Fault} `limit-exceeded`, `disk-full`
   */
  async enqueueMany(messages: readonly unknown[], options: MessageQueueEnqueueOptions = {}): Promise<void> {
    const { tables, database, clock } = this.#parts;
    const delayMs = options.delay?.total('millisecond') ?? 0;
    const dueAt = delayMs > 0 ? Math.ceil(clock.now() + delayMs) : undefined;
    const records = messages.map((message) => this.#record({ message, orderingKey: options.orderingKey }));
    this.#checkRoom(records.length);
    const rows = records.map((record) => tables.add(this.#books.nextSequence(), record, dueAt));
    const last = this.#books.lastSequence;
    this.#books.add(rows.length, { isDelayed: dueAt !== undefined });
    // What is delayed while another of its key is under way is that one, to be tried again.
    if (dueAt !== undefined && options.orderingKey !== undefined)
      this.#supply.leave(options.orderingKey, { count: rows.length, isUnderWay: true });
    await database.write(rows, true);
    if (dueAt === undefined) this.#supply.wrote(last);
    else this.#delayed.added(dueAt);
    this.wake();
  }

  listen(handler: MessageHandler, { signal }: MessageQueueListenOptions = {}): Promise<void> {
    const done = this.#listeners.add(handler, signal);
    this.wake();
    return done;
  }

  getDepth(): Promise<MessageQueueDepth> {
    return Promise.resolve(this.#books.depth());
  }

  /** Messages that were put aside. */
  get parkedCount(): number {
    return this.#books.parked;
  }

  /** What was put aside, oldest first. */
  parked(limit: number): Promise<ParkedMessage[]> {
    return this.#parts.tables.parked(limit);
  }

  /** Puts a parked message back, behind all that are ready; false when it is not there, or cannot be read. */
  async retryParked(sequence: number): Promise<boolean> {
    const { tables, database } = this.#parts;
    const record = await tables.parkedRecord(sequence);
    if (record === undefined || decodeMessage(record) === undefined) return false;
    const again = this.#books.nextSequence();
    this.#books.unpark();
    await database.write([tables.dropParked(sequence), tables.add(again, record)], true);
    this.#supply.wrote(again);
    this.wake();
    return true;
  }

  /** Looks whether anything can go: tests call it when they have turned the clock. */
  wake(): void {
    this.#pump.wake();
  }

  /** Hands out no more. What is being handled will be handed out again, and this stop does not count against it. */
  async close(): Promise<void> {
    const { tables, database } = this.#parts;
    this.#pump.stop();
    const rows = this.#books.unfinished().map(([sequence, attempts]) => tables.start(sequence, attempts));
    if (rows.length > 0) await database.write(rows, false).catch(() => undefined);
  }

  #record(stored: StoredMessage): string {
    const { messageBytesMax } = this.#parts.limits;
    const record = encodeMessage(stored);
    if (Buffer.byteLength(record) > messageBytesMax)
      throw new Fault('limit-exceeded', `A message of federation may have ${messageBytesMax} bytes at most.`);
    return record;
  }

  #checkRoom(added: number): void {
    const { messagesAtOnceMax, messagesMax } = this.#parts.limits;
    if (added > messagesAtOnceMax)
      throw new Fault('limit-exceeded', `At most ${messagesAtOnceMax} messages go into a queue at once.`);
    if (this.#books.held + added > messagesMax)
      throw new Fault('limit-exceeded', `The queue ${this.#parts.tables.name} holds its ${messagesMax} messages.`);
  }

  async #step(): Promise<void> {
    const { clock, limits } = this.#parts;
    const now = clock.now();
    await this.#delayed.takeDue(now, (due) => this.#promote(due));
    if (this.#delayed.nextDue <= now) this.#pump.goOn();
    if (this.#suspects.clear()) return;
    await this.#supply.fill(now, (sequence) => this.#books.isStarted(sequence));
    await this.#deliveries.parkUnreadable();
    const next = this.#supply.take(limits.handlersAtOnce - this.#books.withHandlers);
    const given = await this.#deliveries.handOut(next);
    if (given.length > 0) this.#pump.goOn();
    for (const each of given) void this.#deliveries.deliver(each);
  }

  async #promote(due: readonly (readonly [key: string, record: string])[]): Promise<void> {
    const { tables, database } = this.#parts;
    const first = this.#books.lastSequence + 1;
    const rows = due.flatMap(([key, record]) => tables.promote(key, record, this.#books.nextSequence()));
    const last = this.#books.lastSequence;
    await database.write(rows, false);
    for (const [index, [, record]] of due.entries()) {
      const orderingKey = decodeMessage(record)?.orderingKey;
      if (orderingKey !== undefined) this.#supply.comeBack({ sequence: first + index, orderingKey });
    }
    this.#supply.wrote(last);
    this.#books.promote(due.length);
  }
}
