import { notTested } from '../checks/verdict.ts';
import type { Exchange } from '../fetching/exchange.ts';
import type { Run } from '../run/run.ts';
import { description } from './description.ts';
import { available, type Gathered, type Gatherer, missing } from './gatherer.ts';

const askCheckpoint = async (run: Run): Promise<Gathered<Exchange>> => {
  const described = await run.gather(description);
  if (!described.available) return described;
  const { checkpointUrl } = described.value.feed;
  if (typeof checkpointUrl !== 'string')
    return missing(notTested('evidence-missing', 'the description gives no checkpointUrl'));
  return available(await run.client.ask(checkpointUrl, { accept: 'application/json' }));
};

/** What the address of the checkpoint answers, before the feed is read. */
export const checkpointAnswer: Gatherer<Exchange> = { name: 'checkpoint-answer', gather: askCheckpoint };

/** The same at the end of the run. */
export const laterCheckpointAnswer: Gatherer<Exchange> = {
  name: 'later-checkpoint-answer',
  late: true,
  gather: askCheckpoint,
};
