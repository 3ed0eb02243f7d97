import { contextPath } from '@openstraat/spec';
import type { Exchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';

/** What the address of the context answers, whatever it is. */
export const contextAnswer: Gatherer<Exchange> = {
  name: 'context-answer',
  async gather({ client }) {
    return available(await client.ask(contextPath, { accept: 'application/ld+json' }));
  },
};
