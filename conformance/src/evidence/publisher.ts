import { description, statedOrigin } from './description.ts';
import { available, type Gatherer } from './gatherer.ts';
import type { PublisherFacts } from './publisher-facts.ts';

/** What is known of the publisher; there even where the description is not. */
export const publisher: Gatherer<PublisherFacts> = {
  name: 'publisher',
  async gather(run) {
    const described = await run.gather(description);
    return available(described.available ? described.value : { origin: statedOrigin({}, run.tested), description: {} });
  },
};
