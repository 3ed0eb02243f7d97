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
import { createLibrary } from '../project/library.ts';
import type { MergeRules } from '../project/search-index/limits.ts';
import { createViews } from '../project/views.ts';
import { createSearch } from './create-search.ts';
import { deriveCursorKey } from './cursor-key.ts';
import type { Point } from './geodesic.ts';
import { createLocate } from './locate.ts';
import type { Search } from './search.ts';

export const testOrigin = 'https://waterveen.example';
/** Monday, ten in the morning in the Netherlands. */
export const testNowMs = Date.parse('2026-03-02T09:00:00Z');

export const neighbourOrigin = 'https://heuvelrug.example:8443';
/** A neighbour that has not said what it is called. */
export const namelessOrigin = 'https://verderop.example';
const testNames: Readonly<Record<string, string>> = { [neighbourOrigin]: 'Winkels op de Heuvelrug' };

/** A town for tests: things go in by hand, answers come out. */
export interface TestTown extends AsyncDisposable {
  readonly search: Search;
  readonly clock: { nowMs: number; now(): number };
  /** What another node has, for as long as it is followed: things go in as there, by their paths. */
  readonly neighbours: Map<string, MemoryChangeLog>;
  putAt(origin: string, ...things: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  put(...things: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Takes a thing away, where it is. */
  remove(id: string): Promise<void>;
  /** Asks as an address would: every value a text. */
  ask(parameters: Readonly<Record<string, string>>): Promise<SearchAnswer>;
  parameters(parameters: Readonly<Record<string, string>>): SearchParameters;
}

const parameters = (asked: Readonly<Record<string, string>>): SearchParameters => searchParametersSchema.parse(asked);

const write = async (
  to: MemoryChangeLog,
  id: ThingId,
  { text, observedAt }: { readonly text?: string; readonly observedAt?: string | undefined },
) => {
  const [previous] = await to.states([id]);
  if (text === undefined && previous?.hash === undefined) return;
  const hash = text === undefined ? undefined : storedTextHash(text, to.origin);
  const kind: Kind = parseThingId(id)?.kind ?? 'Place';
  await to.append({ things: [{ id, kind, text, hash, observedAt, previous }], records: [] });
};
const putInto = async (to: MemoryChangeLog, things: readonly Readonly<Record<string, unknown>>[]) => {
  for (const data of things) {
    const observedAt = typeof data['observedAt'] === 'string' ? data['observedAt'] : undefined;
    await write(to, String(data['id']) as ThingId, { text: toStoredText(data), observedAt });
  }
};
const atOnce = { texts: 0, offers: 0, locations: 0, share: 0 };
/** Everything goes into a new base before anybody asks. */
export const mergedAtOnce: MergeRules = { firstBuild: atOnce, kept: atOnce, inProcessThingsMax: Infinity };

export const createTestTown = (postcodes: Readonly<Record<string, Point>> = {}, rules?: MergeRules): TestTown => {
  const clock = { nowMs: testNowMs, now: () => clock.nowMs };
  const newLog = (origin: string): MemoryChangeLog => new MemoryChangeLog({ origin, clock });
  const log = newLog(testOrigin);
  const neighbours = new Map<string, MemoryChangeLog>();
  const library = createLibrary(log, () => [...neighbours.values()]);
  const views = createViews({ language: 'nl', ...(rules === undefined ? {} : { rules }) });
  const search = createSearch({
    index: views.search,
    library,
    clock,
    locate: createLocate(views.knownPlaces, (postcode) => postcodes[postcode.replaceAll(' ', '').toUpperCase()]),
    openingTimes: createOpeningTimes(),
    cursorKey: deriveCursorKey(['test']),
    node: {
      name: 'Winkels in Waterveen',
      origin: testOrigin,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      language: 'nl',
    },
    nodeName: (origin) => testNames[origin],
  });
  return {
    search,
    clock,
    neighbours,
    parameters,
    put: (...things) => putInto(log, things),
    async putAt(origin, ...things) {
      const to = neighbours.get(origin) ?? newLog(origin);
      neighbours.set(origin, to);
      await putInto(to, things);
    },
    remove: (id) => write(log, id as ThingId, {}),
    async ask(asked) {
      await views.follow(library);
      return search.search(parameters(asked));
    },
    [Symbol.asyncDispose]: () => views[Symbol.asyncDispose](),
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
