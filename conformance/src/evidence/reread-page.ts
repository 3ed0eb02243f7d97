import type { Run } from '../run/run.ts';
import { liveThing, type LiveThing } from '../checks/things/live-thing.ts';
import { askPage, isChainEnd } from './walk-chain.ts';

/** A page of the feed that was read once more: its live things, with all that they say. */
export interface RereadPage {
  readonly things: readonly LiveThing[];
}

/** Reads a page of the feed once more; undefined when it is none any longer. */
export const rereadPage = async (run: Run, url: string, origin: string): Promise<RereadPage | undefined> => {
  const page = await askPage(run, url, { origin, reachedBy: 'template', passing: true });
  return isChainEnd(page) ? undefined : { things: page.entries.flatMap((entry) => liveThing(entry) ?? []) };
};
