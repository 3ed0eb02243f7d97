import { descriptionPath } from '@openstraat/spec';
import type { Exchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';

/** What the description's address answers, whatever it is. */
export const descriptionAnswer: Gatherer<Exchange> = {
  name: 'description-answer',
  async gather({ client }) {
    return available(await client.ask(descriptionPath, { accept: 'application/ld+json' }));
  },
};

/** The same once more at the end of the run. */
export const laterDescriptionAnswer: Gatherer<Exchange> = {
  name: 'later-description-answer',
  late: true,
  gather: descriptionAnswer.gather,
};
