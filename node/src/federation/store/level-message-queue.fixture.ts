import type { LevelMessageQueue } from './level-message-queue.ts';
import { type FederationStore, type FederationStoreOptions, openFederationStore } from './open-federation-store.ts';
import { HandClock, scratchFolder } from './store.fixture.ts';

/** Opens stores for tests; disposed of, it closes and deletes them. */
export class TestStores implements AsyncDisposable {
  readonly #opened: AsyncDisposable[] = [];

  readonly newFolder = async (): Promise<string> => (await this.#keep(scratchFolder())).path;

  readonly open = async (options: Partial<FederationStoreOptions> = {}, folder?: string): Promise<FederationStore> =>
    this.#keep(openFederationStore(folder ?? (await this.newFolder()), { clock: new HandClock(), ...options }));

  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of this.#opened.splice(0).toReversed()) await each[Symbol.asyncDispose]();
  }

  async #keep<T extends AsyncDisposable>(making: Promise<T>): Promise<T> {
    const made = await making;
    this.#opened.push(made);
    return made;
  }
}

/** Listens until it is disposed of. */
export const listen = (
  queue: LevelMessageQueue,
  handler: (message: unknown) => Promise<void> | void,
): AsyncDisposable => {
  const controller = new AbortController();
  const done = queue.listen(handler, { signal: controller.signal });
  return {
    async [Symbol.asyncDispose]() {
      controller.abort();
      await done;
    },
  };
};

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The depth of a queue that has nothing to do. */
export const drained = { queued: 0, ready: 0, delayed: 0 };
