import type { Refusal } from '../../fetching/http-client.ts';
import { available, type Gatherer } from '../gatherer.ts';

/** Searches that were refused because there were too many, in the whole run. */
export const searchRefusals: Gatherer<readonly Refusal[]> = {
  name: 'search-refusals',
  late: true,
  async gather({ client }) {
    return available(client.refusals.filter(({ answer }) => new URL(answer.url).pathname.startsWith('/search')));
  },
};
