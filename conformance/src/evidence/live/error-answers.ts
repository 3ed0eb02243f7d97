import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { walk } from '../walk.ts';
import { nonsenseCursor } from './cursor-answers.ts';
import { documents } from './documents.ts';
import { liveLimits } from './limits.ts';
import { sampleThings } from './sample-things.ts';

/** A request that should be refused. */
export interface ErrorAnswer {
  readonly what: 'unknown-id' | 'tombstone' | 'no-such-form' | 'bad-cursor';
  readonly expected: number;
  readonly exchange: Exchange;
}

/** Requests that can't be answered as asked. */
export const errorAnswers: Gatherer<readonly ErrorAnswer[]> = {
  name: 'error-answers',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    const known = await run.gather(documents);
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const ask = async (what: ErrorAnswer['what'], expected: number, url: string, accept = 'application/ld+json') => ({
      what,
      expected,
      exchange: await run.client.ask(url, { accept }),
    });
    const ids = known.available ? [...new Set(known.value.map(({ thing }) => thing.id))] : [];
    const suffix = `-never-was-${run.random('unknown-id').between(1_000_000, 9_999_999)}`;
    const tombstones = sampled.available
      ? run.random('tombstones').sample(sampled.value.tombstones, liveLimits.tombstones)
      : [];
    const { start } = walked.value;
    return available(
      await Promise.all([
        ...ids.slice(0, 2).map((id) => ask('unknown-id', 404, id + suffix)),
        ...tombstones.map((id) => ask('tombstone', 410, id)),
        ...ids.slice(0, 1).map((id) => ask('no-such-form', 406, id, 'image/png')),
        ask('no-such-form', 406, start, 'image/png'),
        ...nonsenseCursor(walked.value).map((url) => ask('bad-cursor', 400, url)),
      ]),
    );
  },
};
