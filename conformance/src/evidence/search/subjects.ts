import { notTested } from '../../checks/verdict.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { type SampledThing, sampleThings } from '../live/sample-things.ts';
import { searchEvidenceLimits } from './limits.ts';
import { lookUp } from './look-up.ts';
import { pointOf, type StatedPoint, textOf, textsOf } from './thing-values.ts';

/** An offer that is in stock, with its product and place: what questions are made from. */
export interface Subject {
  readonly offer: JsonObject;
  readonly product: JsonObject;
  readonly place: JsonObject;
  readonly point: StatedPoint;
  /** One of the product's names, as it is written. */
  readonly name: string;
  readonly gtin: string | undefined;
}

/** What a name must be to be asked for word for word. */
const isAskable = (name: string): boolean =>
  name.length <= 200 && name.split(/\s+/).length <= 16 && /\p{L}{3}/u.test(name) && !/^\d+$/.test(name);

const subjectOf = async (run: Run, offer: JsonObject): Promise<Subject | undefined> => {
  const [product, place] = await Promise.all([
    lookUp(run, textOf(offer, 'itemOffered')),
    lookUp(run, textOf(offer, 'availableAtOrFrom')),
  ]);
  if (product.state !== 'live' || place.state !== 'live') return undefined;
  const point = pointOf(place.data);
  const name = textsOf(product.data['name']).find(isAskable);
  if (point === undefined || name === undefined) return undefined;
  const gtin = textOf(product.data, 'gtin');
  return { offer, product: product.data, place: place.data, point, name, gtin: gtin === '' ? undefined : gtin };
};

/** Some offers in stock, with barcodes first. */
export const subjects: Gatherer<readonly Subject[]> = {
  name: 'search-subjects',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    if (!sampled.available) return sampled;
    const offers = [...sampled.value.things.values()].filter(
      ({ kind, data }) => kind === 'Offer' && data['availability'] === 'InStock',
    );
    const shuffled = run.random('search-subjects').sample(offers, Math.min(offers.length, 60));
    const ordered = shuffled.toSorted(
      (left, right) => Number(textOf(right.data, 'gtin') !== '') - Number(textOf(left.data, 'gtin') !== ''),
    );
    const found: Subject[] = [];
    for (const { data } of ordered) {
      if (found.length >= searchEvidenceLimits.subjects) break;
      if (found.some(({ offer }) => offer['itemOffered'] === data['itemOffered'])) continue;
      const subject = await subjectOf(run, data);
      if (subject !== undefined) found.push(subject);
    }
    return found.length === 0
      ? missing(
          notTested('evidence-missing', 'no offer in stock was met whose product has a name and whose place a point'),
        )
      : available(found);
  },
};

/** The sample, and what the subjects refer to: their places and products may stand on pages that were not sampled. */
export const withSubjects = (
  things: ReadonlyMap<string, SampledThing>,
  found: readonly Subject[],
): readonly SampledThing[] => {
  const more = found
    .flatMap(({ place, product }) => [
      { kind: 'Place', data: place },
      { kind: 'Product', data: product },
    ])
    .map(({ kind, data }): SampledThing => ({ id: textOf(data, 'id'), kind, position: 0, data }))
    .filter(({ id }) => !things.has(id));
  return [...things.values(), ...more];
};
