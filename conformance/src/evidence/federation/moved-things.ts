import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { walk } from '../walk.ts';
import { federationLimits } from './limits.ts';

/** A thing that lives on elsewhere, and what its old id answers. */
export interface MovedThing {
  readonly id: string;
  readonly movedTo: string;
  readonly exchange: Exchange;
}

/** What the old ids of some moved things answer. */
export const movedThings: Gatherer<readonly MovedThing[]> = {
  name: 'moved-things',
  async gather(run) {
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const moved = [...walked.value.replica.things].flatMap(([id, { movedTo }]) =>
      movedTo === undefined ? [] : [{ id, movedTo }],
    );
    const chosen = run.random('moved-things').sample(moved, federationLimits.movedThings);
    return available(
      await Promise.all(
        chosen.map(async (thing) => ({
          ...thing,
          exchange: await run.client.ask(thing.id, { accept: 'text/html', redirect: 'manual' }),
        })),
      ),
    );
  },
};
