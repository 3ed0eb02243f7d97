import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';

/** What `/openapi.json` answers. */
export const openApiAnswer: Gatherer<Exchange> = {
  name: 'open-api-answer',
  async gather({ client }) {
    return available(await client.ask('/openapi.json', { accept: 'application/json' }));
  },
};
