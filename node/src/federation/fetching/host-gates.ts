/** Lets so many pieces of work a host run at the same time; the others wait in order. */
export class HostGates {
  readonly #atOnce: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Waits for a place. @returns what gives it back */
  async enter(host: string): Promise<() => void> {
    const running = this.#running.get(host) ?? 0;
    if (running < this.#atOnce) this.#running.set(host, running + 1);
    else {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.set(host, [...(this.#waiting.get(host) ?? []), resolve]);
      await promise;
    }
    return () => this.#leave(host);
  }

  #leave(host: string): void {
    const waiting = this.#waiting.get(host);
    const next = waiting?.shift();
    if (waiting?.length === 0) this.#waiting.delete(host);
    // The place goes to the one that waits.
    if (next !== undefined) return next();
    const running = (this.#running.get(host) ?? 1) - 1;
    if (running === 0) this.#running.delete(host);
    else this.#running.set(host, running);
  }
}
