import type { Exchange } from '../fetching/exchange.ts';
import type { Asking } from '../fetching/http-client.ts';
import { available, type Gatherer } from './gatherer.ts';
import type { HeldThing } from './held-thing.ts';
import { walk } from './walk.ts';

/** A thing that the walk met, and what its id answers. */
export interface ThingAnswer {
  readonly id: string;
  readonly movedTo: string | undefined;
  readonly exchange: Exchange;
}

/** Makes a gatherer that asks for the ids of some things of the feed, as a browser would. */
export const askSomeThings = (
  name: string,
  asking: {
    readonly isIt: (thing: HeldThing) => boolean;
    readonly most: number;
    readonly redirect?: Asking['redirect'];
  },
): Gatherer<readonly ThingAnswer[]> => ({
  name,
  async gather(run) {
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const some = run.random(name).sampleOf(walked.value.replica.things.values().filter(asking.isIt), asking.most);
    const { redirect } = asking;
    const how = { accept: 'text/html', ...(redirect === undefined ? {} : { redirect }) };
    return available(
      await Promise.all(
        some.map(async ({ id, movedTo }) => ({ id, movedTo, exchange: await run.client.ask(id, how) })),
      ),
    );
  },
});
