import type { HttpMessage } from '@openstraat/spec';
import type { Recording } from '../fetching/recording.ts';
import { isObject, type JsonObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { callbackLimits } from './limits.ts';

/** Something that was sent to an inbox of the suite. */
export interface Delivery {
  /** Number in the recording. */
  readonly id: number;
  /** The actor whose inbox it is. */
  readonly to: string;
  readonly message: HttpMessage;
  /** The activity; undefined where it is no JSON object. */
  readonly activity: JsonObject | undefined;
  readonly receivedMs: number;
}

/** What was delivered to the suite, in order. */
export class Mailbox {
  readonly deliveries: Delivery[] = [];
  readonly #recording: Recording;
  readonly #now: () => number;
  readonly #waiting = new Set<() => void>();

  constructor(recording: Recording, now: () => number) {
    this.#recording = recording;
    this.#now = now;
  }

  /** Takes what was sent to an actor's inbox. */
  async take(to: string, request: Request): Promise<Response> {
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const body = Buffer.from(await request.arrayBuffer());
    const receivedMs = this.#now();
    const status = 202;
    if (this.deliveries.length < callbackLimits.deliveriesMax) {
      const id = this.#recording.keepReceived({ method, url, headers, body, status, receivedMs });
      const parsed = parseJson(body);
      const activity = parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
      this.deliveries.push({ id, to, message: { method, url, headers, body }, activity, receivedMs });
    }
    for (const wake of this.#waiting) wake();
    return new Response(null, { status });
  }

  /** The first delivery of some kind, now or as soon as it comes; undefined when it does not come in time. */
  async waitFor(
    isIt: (delivery: Delivery) => boolean,
    patienceMs: number,
    signal: AbortSignal,
  ): Promise<Delivery | undefined> {
    const found = (): Delivery | undefined => this.deliveries.find(isIt);
    if (found() !== undefined || patienceMs <= 0 || signal.aborted) return found();
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => {
      if (found() !== undefined) resolve();
    };
    const timer = setTimeout(resolve, patienceMs);
    const stop = (): void => resolve();
    this.#waiting.add(wake);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(wake);
      signal.removeEventListener('abort', stop);
    }
    return found();
  }
}
