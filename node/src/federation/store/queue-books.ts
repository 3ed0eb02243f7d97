import type { MessageQueueDepth } from '@fedify/fedify';
import type { FoundQueue } from './queue-tables.ts';

/** What a queue knows of its messages without asking the disk: how many there are, and how often those that are not done were handed out. */
export class QueueBooks {
  #ready: number;
  #delayed: number;
  #parked: number;
  #lastSequence: number;
  readonly #attempts: Map<number, number>;
  readonly #withHandlers = new Set<number>();

  constructor(found: FoundQueue) {
    this.#ready = found.ready;
    this.#delayed = found.delayed;
    this.#parked = found.parked;
    this.#lastSequence = found.lastSequence;
    this.#attempts = new Map(found.started);
  }

  /** Messages that are not done, delayed ones included. */
  get held(): number {
    return this.#ready + this.#delayed;
  }

  /** Messages that were put aside. */
  get parked(): number {
    return this.#parked;
  }

  /** Messages that handlers have. */
  get withHandlers(): number {
    return this.#withHandlers.size;
  }

  /** The newest place that was given out. */
  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** What waits, as Fedify asks for it. */
  depth(): MessageQueueDepth {
    const ready = this.#ready - this.#withHandlers.size;
    return { queued: ready + this.#delayed, ready, delayed: this.#delayed };
  }

  /** A place behind all others. */
  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  /** Messages came in. */
  add(count: number, { isDelayed }: { readonly isDelayed: boolean }): void {
    if (isDelayed) this.#delayed += count;
    else this.#ready += count;
  }

  /** Delayed messages became ready. */
  promote(count: number): void {
    this.#delayed -= count;
    this.#ready += count;
  }

  /** Whether a message was handed out, and is not done. */
  isStarted(sequence: number): boolean {
    return this.#attempts.has(sequence);
  }

  /** How often a message was handed out; zero when never, or when it is done. */
  attempts(sequence: number): number {
    return this.#attempts.get(sequence) ?? 0;
  }

  /** A message goes to a handler. @returns how often by now */
  start(sequence: number): number {
    const attempts = this.attempts(sequence) + 1;
    this.#attempts.set(sequence, attempts);
    this.#withHandlers.add(sequence);
    return attempts;
  }

  /** Its handler is done with a message, which may go again. */
  handled(sequence: number): void {
    this.#withHandlers.delete(sequence);
  }

  /** The messages that handlers have, each with its attempts but for this one. */
  unfinished(): (readonly [sequence: number, attemptsBefore: number])[] {
    return [...this.#withHandlers].map((sequence) => [sequence, this.attempts(sequence) - 1] as const);
  }

  /** A ready message is done with. */
  settle(sequence: number): void {
    this.forget(sequence);
    this.#ready -= 1;
  }

  /** A message is not there any more. */
  forget(sequence: number): void {
    this.#attempts.delete(sequence);
  }

  /** A message is put aside; `inPlace` of another, which goes. */
  park({ inPlace }: { readonly inPlace: boolean }): void {
    this.#parked += inPlace ? 0 : 1;
  }

  /** A message that was put aside is ready again. */
  unpark(): void {
    this.#parked -= 1;
    this.#ready += 1;
  }
}
