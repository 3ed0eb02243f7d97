import type { SearchAnswer } from '@openstraat/spec';
import { available, type Gatherer } from '../gatherer.ts';
import { searchEvidenceLimits } from './limits.ts';
import { lookUp, type LookedUp } from './look-up.ts';
import { searches } from './searches.ts';
import { sampleThings } from '../live/sample-things.ts';
import { textOf } from './thing-values.ts';

/** What is known of the things that answers name, by id. */
export type AnsweredThings = ReadonlyMap<string, LookedUp>;

const idsOf = ({ results }: SearchAnswer): readonly string[] =>
  results.flatMap((result) => [
    result.id,
    ...(result.type !== 'product' && result.place !== undefined ? [result.place.id] : []),
    ...(result.type === 'product' ? result.offers.flatMap(({ id, product, place }) => [id, product, place.id]) : []),
  ]);

/** Looks up what answers name: results, offers, products, places, and the sources of offers. */
export const answeredThings: Gatherer<AnsweredThings> = {
  name: 'answered-things',
  async gather(run) {
    const asked = await run.gather(searches);
    if (!asked.available) return asked;
    const sampled = await run.gather(sampleThings);
    const known = (id: string): boolean => sampled.available && sampled.value.things.has(id);
    const things = new Map<string, LookedUp>();
    let lookedUp = 0;
    const take = async (ids: Iterable<string>): Promise<void> => {
      const fresh = [...new Set(ids)].filter((id) => !things.has(id));
      await Promise.all(
        fresh.map(async (id) => {
          const isFree = known(id);
          if (!isFree && lookedUp >= searchEvidenceLimits.lookedUpMax) return;
          if (!isFree) lookedUp += 1;
          things.set(id, await lookUp(run, id));
        }),
      );
    };
    await take(asked.value.flatMap(({ answer }) => (answer === undefined ? [] : idsOf(answer))));
    await take(
      [...things.values()].flatMap((thing) =>
        thing.state === 'live' && thing.data['type'] === 'Offer' ? [textOf(thing.data, 'source')] : [],
      ),
    );
    return available(things);
  },
};
