import {
  type Kind,
  parseThingId,
  type SearchAnswer,
  type SearchParameters,
  searchParametersSchema,
  type ThingId,
} from '@openstraat/spec';
import { createOpeningTimes } from '../hours/opening-times.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createPlaceIndex } from '../project/place-index.ts';
import { createSearchIndex } from '../project/search-index/create-search-index.ts';
import { createSearch } from './create-search.ts';
import { deriveCursorKey } from './cursor-key.ts';
import type { Point } from './geodesic.ts';
import { createLocate } from './locate.ts';
import type { Search } from './search.ts';

export const testOrigin = 'https://waterveen.example';
/** Monday, ten in the morning in the Netherlands. */
export const testNowMs = Date.parse('2026-03-02T09:00:00Z');

/** A town for tests: things go in by hand, answers come out. */
export interface TestTown extends AsyncDisposable {
  readonly search: Search;
  readonly clock: { nowMs: number; now(): number };
  put(...things: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Takes a thing away, where it is. */
  remove(id: string): Promise<void>;
  /** Asks as an address would: every value a text. */
  ask(parameters: Readonly<Record<string, string>>): Promise<SearchAnswer>;
  parameters(parameters: Readonly<Record<string, string>>): SearchParameters;
}

const parameters = (asked: Readonly<Record<string, string>>): SearchParameters => searchParametersSchema.parse(asked);

export const createTestTown = (postcodes: Readonly<Record<string, Point>> = {}): TestTown => {
  const clock = { nowMs: testNowMs, now: () => clock.nowMs };
  const log = new MemoryChangeLog({ origin: testOrigin, clock });
  const index = createSearchIndex({ language: 'nl' });
  const places = createPlaceIndex();
  const search = createSearch({
    index,
    log,
    clock,
    locate: createLocate(places, (postcode) => postcodes[postcode.replaceAll(' ', '').toUpperCase()]),
    openingTimes: createOpeningTimes(),
    cursorKey: deriveCursorKey(['test']),
    node: {
      name: 'Winkels in Waterveen',
      origin: testOrigin,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      language: 'nl',
    },
  });
  const write = async (id: ThingId, kind: Kind, text: string | undefined, observedAt: string | undefined) => {
    const [previous] = await log.states([id]);
    if (text === undefined && previous?.hash === undefined) return;
    const hash = text === undefined ? undefined : storedTextHash(text, testOrigin);
    await log.append({ things: [{ id, kind, text, hash, observedAt, previous }], records: [] });
  };
  return {
    search,
    clock,
    parameters,
    async put(...things) {
      for (const data of things) {
        const id = String(data['id']) as ThingId;
        const observedAt = typeof data['observedAt'] === 'string' ? data['observedAt'] : undefined;
        await write(id, parseThingId(id)?.kind ?? 'Place', toStoredText(data), observedAt);
      }
    },
    remove: (id) => write(id as ThingId, parseThingId(id)?.kind ?? 'Place', undefined, undefined),
    async ask(asked) {
      await Promise.all([index.follow(log), places.follow(log)]);
      return search.search(parameters(asked));
    },
    [Symbol.asyncDispose]: () => index[Symbol.asyncDispose](),
  };
};

/** The middle of town; a hundredth of a degree of latitude is 1,113 m. */
export const centre = { latitude: 52.42, longitude: 6.02 } as const;
export const atCentre = { lat: '52.42', lon: '6.02' } as const;

export const source = (key: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: `/sources/${key}`,
  type: 'Source',
  name: key,
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: key,
  ...changes,
});

export const place = (key: string, changes: Readonly<Record<string, unknown>> & { readonly north?: number } = {}) => {
  const { north = 0, ...rest } = changes;
  return {
    id: `/places/${key}`,
    type: ['Place', 'Store'],
    name: key.replaceAll('-', ' '),
    address: {
      type: 'PostalAddress',
      streetAddress: 'Dorpsstraat 1',
      postalCode: '8199 AA',
      addressLocality: 'Waterveen',
      addressCountry: 'NL',
    },
    geo: {
      type: 'GeoCoordinates',
      latitude: centre.latitude + north / 111_300,
      longitude: centre.longitude,
      accuracy: 'exact',
    },
    placeKind: 'shop=yes',
    openingHours: 'unknown',
    source: '/sources/a',
    ...rest,
  };
};

export const product = (gtin: string, name: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: `/products/${gtin}`,
  type: 'Product',
  gtin,
  name,
  source: '/sources/a',
  ...changes,
});

export const offer = (gtin: string, at: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: `/offers/${gtin}.${at}`,
  type: 'Offer',
  itemOffered: `/products/${gtin}`,
  gtin,
  availableAtOrFrom: `/places/${at}`,
  availability: 'InStock',
  observedAt: '2026-03-01T03:00:00Z',
  source: '/sources/a',
  ...changes,
});

/** Barcodes of GS1's demonstration prefix. */
export const gtins = [
  '09520000000011',
  '09520000000028',
  '09520000000035',
  '09520000000042',
  '09520000000059',
] as const;
