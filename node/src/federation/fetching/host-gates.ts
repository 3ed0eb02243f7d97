/** Lets so many pieces of work a host run at the same time; the others wait in order. */
export class HostGates {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  /** @param waitingMax how many may wait for one host */
  constructor(atOnce: number, waitingMax = Number.POSITIVE_INFINITY) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  /**
   * Waits for a place, until the signal says stop.
   * @returns what gives it back; why there is none
   */
  async enter(host: string, signal?: AbortSignal): Promise<(() => void) | 'full' | 'stopped'> {
    if (signal?.aborted === true) return 'stopped';
    const running = this.#running.get(host) ?? 0;
    if (running < this.#atOnce) this.#running.set(host, running + 1);
    else if ((this.#waiting.get(host)?.size ?? 0) >= this.#waitingMax) return 'full';
    else if (!(await this.#wait(host, signal))) return 'stopped';
    return () => this.#leave(host);
  }

  /** Waits until somebody gives their place. @returns false when the signal came first */
  #wait(host: string, signal: AbortSignal | undefined): Promise<boolean> {
    const waiting = this.#waiting.get(host) ?? new Set();
    this.#waiting.set(host, waiting);
    return new Promise((resolve) => {
      const goOn = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        waiting.delete(goOn);
        if (waiting.size === 0) this.#waiting.delete(host);
        resolve(false);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(goOn);
    });
  }

  #leave(host: string): void {
    const waiting = this.#waiting.get(host);
    const [next] = waiting ?? [];
    // The place goes to the one that waits.
    if (waiting !== undefined && next !== undefined) {
      waiting.delete(next);
      if (waiting.size === 0) this.#waiting.delete(host);
      return next();
    }
    const running = (this.#running.get(host) ?? 1) - 1;
    if (running === 0) this.#running.delete(host);
    else this.#running.set(host, running);
  }
}
