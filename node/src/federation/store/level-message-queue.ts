import type {
  MessageQueue,
  MessageQueueDepth,
  MessageQueueEnqueueOptions,
  MessageQueueListenOptions,
} from '@fedify/fedify';
import type { Turns } from '../../log/turns.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { QueueLimits } from '../limits.ts';
import { DelayedMessages } from './delayed-messages.ts';
import { decodeMessage, encodeMessage, type StoredMessage } from './message-record.ts';
import { type HostOf, type Message, type MessageRef, MessageSupply } from './message-supply.ts';
import { type MessageHandler, QueueListeners, type Seat } from './queue-listeners.ts';
import type { FoundQueue, ParkedMessage, ParkReason, QueueTables } from './queue-tables.ts';
import type { StoreDatabase } from './store-database.ts';
import { storeFault } from './store-fault.ts';
import { failureWithin } from './failure-within.ts';

/** What a queue is made of. */
export interface QueueParts {
  readonly tables: QueueTables;
  readonly database: StoreDatabase;
  readonly clock: Clock;
  readonly limits: QueueLimits;
  /** Who has a share of the handlers. */
  readonly hostOf: HostOf;
  /** What may have ended the process goes alone, one at a time over all queues. */
  readonly alone: Turns;
  /** `said`: what the last attempt said. */
  readonly onParked: (parked: ParkedMessage, said: string) => void;
  readonly onFault: (fault: Fault) => void;
}

/** A message, and who handles it. */
interface Given {
  readonly message: Message;
  readonly seat: Seat;
}

/**
 * A message queue for Fedify. An accepted message is on disk, and stays there until a handler is done with it: it is handed out at least once,
 * and a bounded number of times. Those of one ordering key go in their order, one that failed and is to be tried again before those that came after it.
 */
export class LevelMessageQueue implements MessageQueue {
  readonly nativeRetrial = false;
  readonly #parts: QueueParts;
  readonly #listeners = new QueueListeners();
  readonly #supply: MessageSupply;
  readonly #delayed: DelayedMessages;
  /** How often those were handed out that are not done. */
  readonly #attempts: Map<number, number>;
  readonly #inFlight = new Set<number>();
  /** Handed out when the process last ended. */
  readonly #suspects: number[];
  readonly #counts: { ready: number; delayed: number; parked: number };
  #lastSequence: number;
  #clearing = false;
  #pumping = false;
  #again = false;
  #closed = false;
  #broken = false;
  #timer: NodeJS.Timeout | undefined;

  private constructor(parts: QueueParts, found: FoundQueue, delayed: DelayedMessages) {
    this.#parts = parts;
    this.#supply = new MessageSupply(parts.tables, parts.limits, found.lastSequence, parts.hostOf);
    this.#delayed = delayed;
    this.#attempts = new Map(found.started);
    this.#suspects = [...found.started.keys()];
    this.#lastSequence = found.lastSequence;
    this.#counts = { ready: found.ready, delayed: found.delayed, parked: found.parked };
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
    const rows = records.map((record) => tables.add((this.#lastSequence += 1), record, dueAt));
    const last = this.#lastSequence;
    this.#counts[dueAt === undefined ? 'ready' : 'delayed'] += rows.length;
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
    const ready = this.#counts.ready - this.#inFlight.size;
    return Promise.resolve({ queued: ready + this.#counts.delayed, ready, delayed: this.#counts.delayed });
  }

  /** Messages that were put aside. */
  get parkedCount(): number {
    return this.#counts.parked;
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
    const again = (this.#lastSequence += 1);
    this.#counts.ready += 1;
    this.#counts.parked -= 1;
    await database.write([tables.dropParked(sequence), tables.add(again, record)], true);
    this.#supply.wrote(again);
    this.wake();
    return true;
  }

  /** Looks whether anything can go: tests call it when they have turned the clock. */
  wake(): void {
    this.#again = true;
    if (!this.#pumping) void this.#pump();
  }

  /** Hands out no more. What is being handled will be handed out again, and this stop does not count against it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const rows = [...this.#inFlight].map((sequence) =>
      this.#parts.tables.start(sequence, (this.#attempts.get(sequence) ?? 1) - 1),
    );
    if (rows.length > 0) await this.#parts.database.write(rows, false).catch(() => undefined);
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
    if (this.#counts.ready + this.#counts.delayed + added > messagesMax)
      throw new Fault('limit-exceeded', `The queue ${this.#parts.tables.name} holds its ${messagesMax} messages.`);
  }

  get #running(): boolean {
    return !this.#closed && !this.#broken && this.#listeners.present && this.#parts.database.failure === undefined;
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    clearTimeout(this.#timer);
    try {
      while (this.#again && this.#running) {
        this.#again = false;
        await this.#step();
      }
      this.#sleep();
    } catch (error) {
      this.#report(error);
    } finally {
      this.#pumping = false;
    }
  }

  async #step(): Promise<void> {
    const { clock, limits } = this.#parts;
    const now = clock.now();
    await this.#delayed.takeDue(now, (due) => this.#promote(due));
    if (this.#delayed.nextDue <= now) this.#again = true;
    if (this.#suspects.length > 0 && !this.#clearing) void this.#clearSuspects();
    if (this.#clearing) return;
    await this.#supply.fill(now, (sequence) => this.#attempts.has(sequence));
    await this.#parkUnreadable();
    const given = await this.#handOut(this.#supply.take(limits.handlersAtOnce - this.#inFlight.size));
    for (const each of given) void this.#deliver(each);
  }

  #sleep(): void {
    const { clock, limits } = this.#parts;
    const next = Math.min(this.#delayed.nextDue, this.#supply.nextRetry);
    if (next === Number.POSITIVE_INFINITY || !this.#running) return;
    const waitMs = Math.min(Math.max(1, next - clock.now()), limits.clockLookMs);
    this.#timer = setTimeout(() => this.wake(), waitMs);
  }

  async #promote(due: readonly (readonly [key: string, record: string])[]): Promise<void> {
    const { tables, database } = this.#parts;
    const first = this.#lastSequence + 1;
    const rows = due.flatMap(([key, record]) => tables.promote(key, record, (this.#lastSequence += 1)));
    const last = this.#lastSequence;
    await database.write(rows, false);
    for (const [index, [, record]] of due.entries()) {
      const orderingKey = decodeMessage(record)?.orderingKey;
      if (orderingKey !== undefined) this.#supply.comeBack({ sequence: first + index, orderingKey });
    }
    this.#supply.wrote(last);
    this.#counts.delayed -= due.length;
    this.#counts.ready += due.length;
  }

  // Of the messages that were with handlers when the process ended, one may have ended it. Alone, it counts against no other.
  async #clearSuspects(): Promise<void> {
    this.#clearing = true;
    try {
      while (this.#suspects.length > 0 && this.#running) {
        const [sequence = 0] = this.#suspects.splice(0, 1);
        const record = await this.#parts.tables.record(sequence);
        if (record === undefined) this.#attempts.delete(sequence);
        else await this.#clear(this.#supply.admit(sequence, record));
        await this.#parkUnreadable();
      }
    } catch (error) {
      this.#report(error);
    } finally {
      this.#clearing = false;
      this.wake();
    }
  }

  async #clear(message: Message | undefined): Promise<void> {
    if (message === undefined) return;
    const { alone, limits } = this.#parts;
    if ((this.#attempts.get(message.sequence) ?? 0) >= limits.attemptsMax)
      await this.#park(message, 'attempts', 'the process ended each time that it was handled');
    else
      await alone.take(async () => {
        for (const given of await this.#handOut([message])) await this.#deliver(given);
      });
  }

  /** Marks messages as handed out, each to a handler, so that a crash counts. */
  async #handOut(messages: readonly Message[]): Promise<readonly Given[]> {
    const given = messages.flatMap((message) => {
      const seat = this.#listeners.take();
      if (seat === undefined) this.#supply.call(message);
      return seat === undefined ? [] : [{ message, seat }];
    });
    if (given.length === 0) return [];
    const rows = given.map(({ message: { sequence } }) => {
      const attempts = (this.#attempts.get(sequence) ?? 0) + 1;
      this.#attempts.set(sequence, attempts);
      this.#inFlight.add(sequence);
      return this.#parts.tables.start(sequence, attempts);
    });
    try {
      await this.#parts.database.write(rows, false);
    } catch (error) {
      for (const { seat } of given) seat.leave();
      throw error;
    }
    this.#again = true;
    return given;
  }

  async #deliver({ message, seat }: Given): Promise<void> {
    const failure = this.#closed
      ? undefined
      : await failureWithin(async () => seat.handler(message.message), this.#parts.limits.handlerMsMax);
    try {
      if (this.#closed) return;
      this.#inFlight.delete(message.sequence);
      if (failure === undefined) await this.#acknowledge(message);
      else await this.#tryAgain(message, failure);
    } catch (error) {
      this.#report(error);
    } finally {
      seat.leave();
      this.wake();
    }
  }

  async #acknowledge(message: Message): Promise<void> {
    this.#settle(message);
    await this.#parts.database.write(this.#parts.tables.remove(message.sequence), false);
  }

  async #tryAgain(message: Message, failure: string): Promise<void> {
    const { clock, limits } = this.#parts;
    const attempts = this.#attempts.get(message.sequence) ?? 0;
    if (attempts >= limits.attemptsMax) await this.#park(message, 'attempts', failure);
    else this.#supply.callAt(clock.now() + limits.retryMs * 2 ** (attempts - 1), message);
  }

  async #parkUnreadable(): Promise<void> {
    for (const { record, ...message } of this.#supply.takeUnreadable())
      await this.#park(message, 'unreadable', 'its record is damaged', record);
  }

  async #park(message: MessageRef, reason: ParkReason, said: string, given?: string): Promise<void> {
    const { tables, database, clock, limits, onParked } = this.#parts;
    const record = given ?? (await tables.record(message.sequence)) ?? '';
    const [oldest] = this.#counts.parked < limits.parkedMax ? [] : await tables.parked(1);
    const parkedAt = clock.now();
    this.#counts.parked += oldest === undefined ? 1 : 0;
    this.#settle(message);
    const dropped = oldest === undefined ? [] : [tables.dropParked(oldest.sequence)];
    await database.write([...dropped, ...tables.park(message.sequence, record, reason, parkedAt)], true);
    onParked({ queue: tables.name, sequence: message.sequence, reason, parkedAt }, said);
  }

  #settle(message: MessageRef): void {
    this.#attempts.delete(message.sequence);
    this.#counts.ready -= 1;
    this.#supply.settle(message);
    this.wake();
  }

  // A write that failed was reported where it failed. After a reading that failed the queue stands still: the next would fail too.
  // Either way its messages are on disk, and go again when that is opened again.
  #report(error: unknown): void {
    if (!this.#running) return;
    this.#broken = true;
    this.#parts.onFault(storeFault(error, this.#parts.tables.name));
  }
}
