import { isPosition } from '../json/json-value.ts';
import type { Run } from '../run/run.ts';
import { description } from './description.ts';
import { readObject } from './json-object-answer.ts';

/** Where the feed's head is now, as far as its checkpoint says. */
export const headPosition = async (run: Run): Promise<number | undefined> => {
  const described = await run.gather(description);
  if (!described.available) return undefined;
  const { checkpointUrl } = described.value.feed;
  if (typeof checkpointUrl !== 'string') return undefined;
  const reading = readObject(await run.client.ask(checkpointUrl, { accept: 'application/json' }));
  const position = reading.ok ? reading.value.json['position'] : undefined;
  return isPosition(position) ? position : undefined;
};
