import { type Gtin, gtinCheckDigit, type Kind } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { toStoredText } from '../../log/stored-text.ts';
import { mergeRules, searchIndexLimits } from './limits.ts';
import { isMergeDue, type MergeSizes } from './merge-due.ts';
import { mergeOnWorker } from './run-merge.ts';
import { SearchState } from './search-state.ts';
import { subjectTextOf } from './subject-text.ts';

const other = 'https://buurt.example';
const newState = (): SearchState => new SearchState('https://waterveen.example', 'nl');
const put = (state: SearchState, kind: Kind, data: Readonly<Record<string, unknown>>): void =>
  state.apply({ kind, id: String(data['id']), position: 1, text: toStoredText(data) });

const gtin = `0952000000100${gtinCheckDigit('0952000000100')}` as Gtin;
const place = (id: string): Readonly<Record<string, unknown>> => ({
  id,
  type: 'Place',
  name: 'De Ketting',
  placeKind: 'shop=bicycle',
  openingHours: 'unknown',
  address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { type: 'GeoCoordinates', latitude: 52, longitude: 5, accuracy: 'exact' },
});
const offer = (id: string, product: string, at: string, currency = 'EUR'): Readonly<Record<string, unknown>> => ({
  id,
  type: 'Offer',
  itemOffered: product,
  availableAtOrFrom: at,
  availability: 'InStock',
  source: '/sources/a',
  observedAt: '2026-03-01T09:00:00Z',
  price: '9.95',
  priceCurrency: currency,
});
const offersOf = (state: SearchState, id: string): number[] => {
  const found: number[] = [];
  state.forOffersOf(state.subjectOf(id) ?? -1, (number) => found.push(number));
  return found;
};

/** A code of three letters for a number. */
const letters = (number: number): string =>
  String.fromCharCode(65 + ((number / 26 / 26) % 26), 65 + ((number / 26) % 26), 65 + (number % 26));
const sizes = (changes: number, all: number): MergeSizes => ({
  texts: { changes: 0, all: 0 },
  offers: { changes, all },
  locations: { changes: 0, all: 0 },
});

describe('the state of the search index', () => {
  it('holds things of other nodes under their own ids, the own ones of a barcode first', () => {
    const state = newState();
    put(state, 'Product', { id: `${other}/products/${gtin}`, type: 'Product', gtin, name: 'Fietsbel' });
    put(state, 'Product', { id: '/products/winkel.7', type: 'Product', gtin, name: 'Fietsbel' });
    put(state, 'Product', { id: `/products/${gtin}`, type: 'Product', gtin, name: 'Fietsbel' });
    put(
      state,
      'Offer',
      offer(`${other}/offers/${gtin}.ketting`, `${other}/products/${gtin}`, `${other}/places/ketting`),
    );
    put(state, 'Offer', offer(`${other}/offers/17`, `${other}/products/${gtin}`, `${other}/places/ketting`));
    expect(offersOf(state, `${other}/products/${gtin}`)).toEqual([]);
    put(state, 'Place', place(`${other}/places/ketting`));
    const offers = offersOf(state, `${other}/products/${gtin}`);
    expect(offers.map((number) => state.offerId(number)).toSorted()).toEqual(
      [`${other}/offers/${gtin}.ketting`, `${other}/offers/17`].toSorted(),
    );
    expect(state.productsByGtin(gtin).map((subject) => state.subjectId(subject))).toEqual([
      `/products/${gtin}`,
      '/products/winkel.7',
      `${other}/products/${gtin}`,
    ]);
    expect(state.origins).toEqual(['https://waterveen.example', other]);
    expect(state.subjects.origin[state.subjectOf(`${other}/places/ketting`) ?? -1]).toBe(1);
    state.apply({ kind: 'Offer', id: `${other}/offers/17`, position: 2, text: undefined });
    expect(offersOf(state, `${other}/products/${gtin}`)).toHaveLength(1);
  });

  it('compares prices in as many currencies as there are numbers for, and no more', () => {
    const state = newState();
    put(state, 'Place', place('/places/a'));
    put(state, 'Product', { id: '/products/a.1', type: 'Product', sku: '1', name: 'Bel' });
    for (let number = 0; number <= searchIndexLimits.currenciesMax; number++)
      put(state, 'Offer', offer('/offers/a.1.a', '/products/a.1', '/places/a', letters(number)));
    expect(state.currencies).toHaveLength(searchIndexLimits.currenciesMax);
    const [number = -1] = offersOf(state, '/products/a.1');
    expect(state.offers.price[number]).toBeNaN();
    put(
      state,
      'Offer',
      offer('/offers/a.1.a', '/products/a.1', '/places/a', letters(searchIndexLimits.currenciesMax - 1)),
    );
    expect(state.offers.price[number]).toBe(9.95);
  });
});

describe('the text of a thing', () => {
  it('has as many different terms as the limit, and as long ones', () => {
    const many = Array.from({ length: searchIndexLimits.termsPerSubjectMax }, (_, number) => `${number}`);
    const parts = many.map((text) => ({ text, field: 'name' as const }));
    const count = (more: number): number =>
      subjectTextOf(parts.slice(0, searchIndexLimits.termsPerSubjectMax / 2 + more), 'nl').terms.size;
    expect(count(-1)).toBeLessThan(searchIndexLimits.termsPerSubjectMax);
    expect(count(0)).toBe(searchIndexLimits.termsPerSubjectMax);
    expect(count(1)).toBe(searchIndexLimits.termsPerSubjectMax);
  });

  it('is found by the town where it is, but not by what the name of the town is made of', () => {
    const { terms } = subjectTextOf([{ text: 'Fietsdorp', field: 'description', wordsOnly: true }], 'nl');
    expect([...terms.keys()]).toEqual(['fietsdorp']);
  });
});

describe('a merge', () => {
  const { kept } = mergeRules;

  it('is due beyond so many changes, and beyond their share of the rest', () => {
    expect(isMergeDue(sizes(kept.offers, kept.offers), kept)).toBe(false);
    expect(isMergeDue(sizes(kept.offers + 1, kept.offers + 1), kept)).toBe(true);
    expect(isMergeDue(sizes(100_000, 1_100_000), kept)).toBe(false);
    expect(isMergeDue(sizes(100_001, 1_100_001), kept)).toBe(true);
    expect(isMergeDue(sizes(100_001, 1_100_001), kept, 2)).toBe(false);
  });

  it('fails when its worker is stopped, or dies', async () => {
    const state = newState();
    put(state, 'Place', place('/places/a'));
    const stopping = new AbortController();
    const stopped = mergeOnWorker(state.mergeInput(), stopping.signal);
    stopping.abort();
    await expect(stopped).rejects.toThrow('no answer');
    const broken = { ...state.mergeInput(), offers: undefined as never };
    await expect(mergeOnWorker(broken, new AbortController().signal)).rejects.toThrow('undefined');
  });

  it('is worn out once more than so many things are gone', () => {
    const state = newState();
    for (let number = 0; number <= searchIndexLimits.goneSubjectsMin; number++) {
      expect(state.isWornOut).toBe(false);
      put(state, 'Event', { id: `/events/${number}`, type: 'Event', name: 'x', startDate: '2026-03-01' });
      state.apply({ kind: 'Event', id: `/events/${number}`, position: 2, text: undefined });
    }
    expect(state.isWornOut).toBe(true);
  });
});
