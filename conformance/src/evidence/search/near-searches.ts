import { isObject } from '../../json/json-value.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { sampleThings } from '../live/sample-things.ts';
import { type AskedSearch, askSearch } from './ask-search.ts';
import { searchEvidenceLimits } from './limits.ts';
import { subjects, withSubjects } from './subjects.ts';
import { textOf } from './thing-values.ts';

/** A search near the postcode or in the town of a live place. */
export interface NearSearch {
  readonly asked: AskedSearch;
  readonly near: string;
  readonly from: 'postcode' | 'town';
}

const countries = ['NL', 'BE', 'DE', 'FR'];

/** Texts to ask with; the first in several cases. */
const writings = (texts: readonly string[], from: NearSearch['from']) =>
  texts
    .slice(0, searchEvidenceLimits.nearPlaces)
    .flatMap((text, at) => (at === 0 ? [text, text.toUpperCase(), text.toLowerCase()] : [text]))
    .map((near) => ({ near, from }));

/** Postcodes and towns of some places, in several writings. */
export const nearSearches: Gatherer<readonly NearSearch[]> = {
  name: 'near-searches',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    if (!sampled.available) return sampled;
    const found = await run.gather(subjects);
    const q = found.available ? (found.value[0]?.name ?? 'brood') : 'brood';
    const places = withSubjects(sampled.value.things, found.available ? found.value : []).filter(
      ({ kind }) => kind === 'Place',
    );
    const chosen = run.random('near').sample(places, places.length);
    const addresses = chosen.flatMap(({ data }) => {
      const { address, geo } = data;
      return isObject(address) && isObject(geo) ? [{ address, accuracy: geo['accuracy'] }] : [];
    });
    const postcodes = addresses
      .filter(
        ({ address, accuracy }) =>
          accuracy === 'exact' &&
          countries.includes(textOf(address, 'addressCountry')) &&
          textOf(address, 'postalCode') !== '',
      )
      .map(({ address }) => textOf(address, 'postalCode'));
    const towns = [...new Set(addresses.map(({ address }) => textOf(address, 'addressLocality')))].filter(
      (town) => town !== '',
    );
    const planned = [...writings([...new Set(postcodes)], 'postcode'), ...writings(towns, 'town')];
    return available(
      await Promise.all(planned.map(async (one) => ({ ...one, asked: await askSearch(run, { q, near: one.near }) }))),
    );
  },
};
