export type MessageHandler = (message: unknown) => Promise<void> | void;

/** A handler for one message. */
export interface Seat {
  readonly handler: MessageHandler;
  /** The message was handled, and that is written down. */
  readonly leave: () => void;
}

interface Listener {
  readonly handler: MessageHandler;
  readonly done: () => void;
  /** Messages that it was promised. */
  busy: number;
  aborted: boolean;
}

/** Those who listen to a queue, in turn. */
export class QueueListeners {
  #listeners: Listener[] = [];

  get present(): boolean {
    return this.#listeners.length > 0;
  }

  /** Adds a handler until the signal says stop; resolves once it is done with what it was given. */
  add(handler: MessageHandler, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener: Listener = { handler, done: resolve, busy: 0, aborted: false };
    this.#listeners.push(listener);
    const stop = (): void => {
      listener.aborted = true;
      this.#listeners = this.#listeners.filter((other) => other !== listener);
      if (listener.busy === 0) resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
    return promise;
  }

  /** The next one's promise to handle one message; undefined when none listens. */
  take(): Seat | undefined {
    const listener = this.#listeners.shift();
    if (listener === undefined) return undefined;
    this.#listeners.push(listener);
    listener.busy += 1;
    return {
      handler: listener.handler,
      leave: () => {
        listener.busy -= 1;
        if (listener.aborted && listener.busy === 0) listener.done();
      },
    };
  }
}
