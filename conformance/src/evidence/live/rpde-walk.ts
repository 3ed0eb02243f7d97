import type { AnsweredExchange, Exchange } from '../../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { walk } from '../walk.ts';
import { liveLimits } from './limits.ts';

/** Pages of the feed as a reader of RPDE gets them. */
export interface RpdeWalk {
  /** JSON objects; whoever judges them reads them again, one at a time. */
  readonly pages: readonly AnsweredExchange[];
  /** The answer that is no JSON object, where the walk ended there. */
  readonly notAPage: Exchange | undefined;
}

/** Walks the feed as plain JSON, until `next` stands still or enough was read. */
export const rpdeWalk: Gatherer<RpdeWalk> = {
  name: 'rpde-walk',
  async gather(run) {
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const pages: AnsweredExchange[] = [];
    let url = walked.value.start;
    for (let read = 0; read < liveLimits.rpdePagesMax; read++) {
      const exchange = await run.client.ask(url, { accept: 'application/json' });
      const reading = readObject(exchange);
      if (!reading.ok) return available({ pages, notAPage: exchange });
      pages.push(reading.value.exchange);
      const { next } = reading.value.json;
      const target = typeof next === 'string' ? parseHttpUrl(next) : undefined;
      if (target === undefined || target.href === exchange.url || !isSameHost(run.tested, target)) break;
      url = target.href;
    }
    return available({ pages, notAPage: undefined });
  },
};
