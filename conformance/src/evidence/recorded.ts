import type { ExchangeRecord } from '../fetching/recording.ts';
import { available, type Gatherer } from './gatherer.ts';

/** Everything that was asked until the end of the run, as the report keeps it. */
export const recorded: Gatherer<readonly ExchangeRecord[]> = {
  name: 'recorded',
  late: true,
  async gather({ client }) {
    return available(client.recording.records);
  },
};
