import type { Refusal } from '../../fetching/http-client.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { parties } from './following.ts';
import { undone } from './notices.ts';

/** Every 429 with which an inbox answered until the end. */
export const inboxWaits: Gatherer<readonly Refusal[]> = {
  name: 'inbox-waits',
  late: true,
  async gather(run) {
    const both = await run.gather(parties);
    if (!both.available) return both;
    await run.gather(undone);
    const { inbox } = both.value;
    return available(run.client.refusals.filter(({ answer }) => answer.url === inbox));
  },
};
