import type { AnsweredExchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';
import { publisher } from './publisher.ts';
import { feedStart } from './feed-start.ts';

/** The first page of the feed as the publisher itself writes it in N-Quads; undefined where it does not, as static files don't. */
export const nQuadsPage: Gatherer<AnsweredExchange | undefined> = {
  name: 'n-quads-page',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const exchange = await run.client.ask(feedStart(facts.value), { accept: 'application/n-quads' });
    const isNQuads =
      exchange.answer?.status === 200 &&
      /^application\/n-quads\b/i.test(exchange.answer.headers.get('content-type') ?? '');
    return available(exchange.answer !== undefined && isNQuads ? exchange : undefined);
  },
};
