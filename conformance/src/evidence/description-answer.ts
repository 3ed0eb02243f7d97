import type { Exchange } from '../fetching/exchange.ts';
import { available, type Gatherer } from './gatherer.ts';

/** The well-known path of the description (DESC-001). */
export const descriptionPath = '/.well-known/openstraat';

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
