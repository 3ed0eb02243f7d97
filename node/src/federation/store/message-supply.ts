import type { QueueLimits } from '../limits.ts';
import { HostShares } from './host-shares.ts';
import { decodeMessage, type StoredMessage } from './message-record.ts';
import { OrderingLines } from './ordering-lines.ts';
import type { QueueTables } from './queue-tables.ts';

/** Where a message comes from, or goes to; undefined when it can't be told. */
export type HostOf = (message: unknown) => string | undefined;

/** A message of a queue, by its place in it. */
export interface MessageRef {
  readonly sequence: number;
  readonly orderingKey: string | undefined;
  /** Of whose share it holds a place. */
  readonly host?: string | undefined;
}

/** A message that may go. */
export interface Message extends MessageRef {
  readonly message: unknown;
}

/** A record that is not what was written. */
export interface Unreadable extends MessageRef {
  readonly record: string;
}

/**
 * Which messages may go, and in which order. Ready ones are read past a cursor, some ahead of the handlers, so those that are done slow nobody;
 * one that waits for another of its ordering key, for a place of its host, or to be tried again, is known by its sequence only, and read when it may go.
 */
export class MessageSupply {
  readonly #tables: QueueTables;
  readonly #limits: QueueLimits;
  readonly #lines = new OrderingLines();
  readonly #shares: HostShares<MessageRef>;
  readonly #hostOf: HostOf;
  readonly #retries = new Map<number, MessageRef & { readonly dueAt: number }>();
  #nextRetry = Number.POSITIVE_INFINITY;
  #ahead: Message[] = [];
  #called: MessageRef[] = [];
  /** Ready ones that stand behind all others, and are not to be read there. Ascending. */
  readonly #back = new Set<number>();
  #unreadable: Unreadable[] = [];
  #cursor = 0;
  #written: number;

  constructor(tables: QueueTables, limits: QueueLimits, written: number, hostOf: HostOf) {
    this.#tables = tables;
    this.#limits = limits;
    this.#shares = new HostShares(limits.handlersAHost);
    this.#hostOf = hostOf;
    this.#written = written;
  }

  /** When the next message is to be tried again; infinite when there is none. */
  get nextRetry(): number {
    return this.#nextRetry;
  }

  /** Every ready message up to this sequence is on disk. */
  wrote(sequence: number): void {
    this.#written = Math.max(this.#written, sequence);
  }

  /** Reads until enough is ahead. `started` says which messages were handed out before: those are called, not read. */
  async fill(now: number, started: (sequence: number) => boolean): Promise<void> {
    this.#callRetries(now);
    await this.#readCalled();
    await this.#readAhead(started);
  }

  /** The next messages that may go. */
  take(count: number): Message[] {
    return this.#ahead.splice(0, Math.max(0, count));
  }

  /** Records that were met and cannot be read. */
  takeUnreadable(): Unreadable[] {
    return this.#unreadable.splice(0);
  }

  /** The message, if it may go at once. */
  admit(sequence: number, record: string): Message | undefined {
    const stored = decodeMessage(record);
    if (stored === undefined) this.#unreadable.push({ sequence, orderingKey: undefined, record });
    return stored !== undefined && this.#lines.admit(stored.orderingKey, sequence)
      ? this.#placed(sequence, stored)
      : undefined;
  }

  /** The message with a place of its host's share; undefined when it has to wait for one. */
  #placed(sequence: number, stored: StoredMessage): Message | undefined {
    const host = this.#hostOf(stored.message);
    const message = { sequence, orderingKey: stored.orderingKey, host };
    return this.#shares.enter(host, message) ? { ...message, message: stored.message } : undefined;
  }

  #leaveShare({ host }: MessageRef): void {
    const next = this.#shares.leave(host);
    if (next !== undefined) this.#called.push(next);
  }

  /** A message goes again, as soon as it can. */
  call(message: MessageRef): void {
    this.#called.push({ ...message, host: undefined });
    this.#leaveShare(message);
  }

  /** A message goes again later; others of its ordering key wait for it. */
  callAt(dueAt: number, message: MessageRef): void {
    const { sequence, orderingKey } = message;
    this.#leaveShare(message);
    this.#retries.set(sequence, { sequence, orderingKey, dueAt });
    this.#nextRetry = Math.min(this.#nextRetry, dueAt);
  }

  /** Messages of an ordering key will be added later: what is under way now, unless it was so in an earlier run. */
  leave(orderingKey: string, messages: Parameters<OrderingLines['leave']>[1]): void {
    this.#lines.leave(orderingKey, messages);
  }

  /** It was added: it goes before those that waited for it. */
  comeBack(message: MessageRef & { readonly orderingKey: string }): void {
    const mayGo = this.#lines.comeBack(message.orderingKey, message.sequence);
    if (mayGo === undefined) return;
    this.#back.add(message.sequence);
    // Not read in its place: what is read ahead may be full of those that wait for it.
    if (mayGo) this.#called.push(message);
  }

  /** A message is done with: the next of its ordering key may go. */
  settle(message: MessageRef): void {
    const { orderingKey } = message;
    this.#leaveShare(message);
    const next = this.#lines.release(orderingKey);
    if (next !== undefined) this.#called.push({ sequence: next, orderingKey });
  }

  #callRetries(now: number): void {
    if (this.#nextRetry > now) return;
    this.#nextRetry = Number.POSITIVE_INFINITY;
    for (const retry of this.#retries.values()) {
      if (retry.dueAt > now) this.#nextRetry = Math.min(this.#nextRetry, retry.dueAt);
      else {
        this.#retries.delete(retry.sequence);
        this.#called.push(retry);
      }
    }
  }

  async #readCalled(): Promise<void> {
    const called = this.#called.splice(0, Math.max(0, this.#limits.messagesAhead - this.#ahead.length));
    const records = await Promise.all(called.map(({ sequence }) => this.#tables.record(sequence)));
    for (const [index, message] of called.entries()) {
      const record = records[index];
      const stored = decodeMessage(record ?? '');
      if (stored === undefined) this.#unreadable.push({ ...message, record: record ?? '' });
      else {
        // One that another of its host left its place to has it already.
        const ready =
          message.host === undefined ? this.#placed(message.sequence, stored) : { ...message, message: stored.message };
        if (ready !== undefined) this.#ahead.push(ready);
      }
    }
  }

  async #readAhead(started: (sequence: number) => boolean): Promise<void> {
    const { messagesAhead, messagesHeldMax } = this.#limits;
    while (
      this.#cursor < this.#written &&
      this.#ahead.length < messagesAhead &&
      this.#lines.held + this.#shares.held + this.#retries.size < messagesHeldMax
    ) {
      const written = this.#written;
      const rows = await this.#tables.readyAfter(this.#cursor, messagesAhead - this.#ahead.length);
      this.#cursor = rows.at(-1)?.[0] ?? written;
      for (const [sequence, record] of rows) {
        const isKnown = started(sequence) || this.#back.has(sequence);
        const message = isKnown ? undefined : this.admit(sequence, record);
        if (message !== undefined) this.#ahead.push(message);
      }
      for (const sequence of this.#back) {
        if (sequence > this.#cursor) break;
        this.#back.delete(sequence);
      }
    }
  }
}
