import type { Exchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';

/** What `/robots.txt` answers. */
export const robots: Gatherer<Exchange> = {
  name: 'robots',
  async gather({ client }) {
    return available(await client.ask('/robots.txt', { accept: 'text/plain' }));
  },
};
