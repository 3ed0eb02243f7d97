import { generateKeyPair, type Kind, parseThingId, type SignedCheckpoint, type ThingId } from '@openstraat/spec';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { type NodeKeys, type NodeSettings, nodeSettingsSchema } from '../config/settings.ts';
import { createOpeningTimes } from '../hours/opening-times.ts';
import { createNodeMetrics, type NodeMetrics } from '../http/metrics.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../log/stored-text.ts';
import { createLibrary } from '../project/library.ts';
import { createViews, type Views } from '../project/views.ts';
import { createSearch } from '../search/create-search.ts';
import { deriveCursorKey } from '../search/cursor-key.ts';
import { createLocate } from '../search/locate.ts';
import type { Search } from '../search/search.ts';
import type { OutputContext } from './context.ts';
import { createCheckpointIssuer } from './feed/checkpoint-issuer.ts';
import type { Neighbours } from './neighbours.ts';
import { createWebApp } from './web-app.ts';

/** A node in memory, for the tests of outputs: things go in by hand, requests come out of `app`. */
export interface TestNode {
  readonly log: MemoryChangeLog;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  readonly app: Hono;
  readonly views: Views;
  readonly metrics: NodeMetrics;
  /** Lines of the request log, parsed. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Checkpoints remembered, in order. */
  readonly remembered: readonly SignedCheckpoint[];
  readonly clock: { nowMs: number; now(): number };
  /** What each node that this one follows has; one that is taken out is followed no more. */
  readonly neighbours: Map<string, MemoryChangeLog>;
  /** Writes a thing of another node, whose own addresses are paths. */
  putAt(origin: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Writes a thing whose own addresses are paths. */
  put(data: Readonly<Record<string, unknown>>): Promise<void>;
  remove(id: string): Promise<void>;
  /** Writes a record beside the things. */
  record(table: 'mark' | 'source', key: string, value: string): Promise<void>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

const startMs = Date.parse('2026-03-02T09:00:00Z');

export const neighbourOrigin = 'https://heuvelrug.example:8443';
const neighbourNames: Readonly<Record<string, string>> = { [neighbourOrigin]: 'Winkels op de Heuvelrug' };

/** @param search answers instead of the node's own index, which is ready once something was put */
export const createTestNode = (changes: Partial<NodeSettings> = {}, search?: Search): TestNode => {
  const settings = nodeSettingsSchema.parse({
    version: 1,
    name: 'Winkels in Waterveen',
    area: 'Waterveen',
    operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    origin: 'https://waterveen.example',
    ...changes,
  });
  const keys: NodeKeys = {
    keys: [{ id: 'key-1', validFrom: '2026-01-01T00:00:00Z', ...generateKeyPair() }],
    recoveryPublicKeyMultibase: generateKeyPair().publicKeyMultibase,
  };
  const clock = { nowMs: startMs, now: () => clock.nowMs };
  const log = new MemoryChangeLog({ origin: settings.origin, clock });
  const neighbours = new Map<string, MemoryChangeLog>();
  const library = createLibrary(log, () => [...neighbours.values()]);
  const around: Neighbours = {
    nameOf: (origin) => neighbourNames[origin],
    following: async () =>
      [...neighbours].map(([origin, of]) => ({
        origin,
        name: neighbourNames[origin] ?? origin,
        things: of.head().live,
      })),
    followers: async () => [{ origin: neighbourOrigin, name: neighbourNames[neighbourOrigin] ?? '' }],
  };
  const logged: Record<string, unknown>[] = [];
  const logger = pino({}, { write: (line: string) => logged.push(JSON.parse(line) as Record<string, unknown>) });
  const remembered: SignedCheckpoint[] = [];
  const issuer = createCheckpointIssuer({
    origin: settings.origin,
    keys,
    clock,
    load: async () => undefined,
    remember: async (checkpoint) => {
      remembered.push(checkpoint);
    },
  });
  const output: OutputContext = {
    log,
    library,
    neighbours: around,
    settings,
    keys,
    clock,
    logger,
    checkpointFor: (head) => issuer.checkpointFor(head),
  };
  const views = createViews({ language: settings.language });
  const metrics = createNodeMetrics(log);
  const ownSearch = createSearch({
    index: views.search,
    library,
    clock,
    locate: createLocate(views.knownPlaces, () => undefined),
    openingTimes: createOpeningTimes(),
    cursorKey: deriveCursorKey(keys.keys.map(({ secretKeyMultibase }) => secretKeyMultibase)),
    node: { name: settings.name, origin: settings.origin, license: settings.license, language: settings.language },
    nodeName: (origin) => around.nameOf(origin),
  });
  const app = createWebApp(output, views, search ?? ownSearch, metrics);

  const write = async (
    to: MemoryChangeLog,
    id: ThingId,
    { text, observedAt }: { readonly text?: string; readonly observedAt?: string | undefined },
  ): Promise<void> => {
    const [previous] = await to.states([id]);
    const hash = text === undefined ? undefined : storedTextHash(text, to.origin);
    const kind: Kind = parseThingId(id)?.kind ?? 'Place';
    await to.append({ things: [{ id, kind, text, hash, observedAt, previous }], records: [] });
    await views.follow(library);
  };
  const putInto = async (to: MemoryChangeLog, data: Readonly<Record<string, unknown>>): Promise<void> => {
    const observedAt = typeof data['observedAt'] === 'string' ? data['observedAt'] : undefined;
    await write(to, String(data['id']) as ThingId, { text: toStoredText(data), observedAt });
  };

  return {
    log,
    neighbours,
    settings,
    keys,
    app,
    views,
    metrics,
    logged,
    remembered,
    clock,
    async putAt(origin, data) {
      const to = neighbours.get(origin) ?? new MemoryChangeLog({ origin, clock });
      neighbours.set(origin, to);
      await putInto(to, data);
    },
    put: (data) => putInto(log, data),
    remove: (id) => write(log, id as ThingId, {}),
    async record(table, key, value) {
      await log.append({ things: [], records: [{ table, key, value }] });
    },
    async get(path, headers = {}) {
      return app.request(path, { headers });
    },
  };
};

/** One thing of each kind, all of one shop. */
export const exampleThings = {
  source: {
    id: '/sources/fietsen',
    type: 'Source',
    name: 'Fietsen de Vries',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: 'Fietsen de Vries',
    lastCompleteDelivery: '2026-03-01T03:00:00Z',
    place: ['/places/fietsen-de-vries'],
  },
  area: {
    id: '/areas/waterveen',
    type: ['Area', 'AdministrativeArea'],
    name: 'Waterveen',
    municipalityCode: 'NL-GM9999',
    source: '/sources/fietsen',
  },
  place: {
    id: '/places/fietsen-de-vries',
    type: ['Place', 'BicycleStore'],
    name: { nl: 'Fietsen de Vries', fy: 'Fytsen de Vries' },
    address: {
      type: 'PostalAddress',
      streetAddress: 'Dorpsstraat 1',
      postalCode: '9999 AA',
      addressLocality: 'Waterveen',
      addressCountry: 'NL',
    },
    geo: { type: 'GeoCoordinates', latitude: 52.1, longitude: 5.1, accuracy: 'exact' },
    placeKind: 'shop=bicycle',
    openingHours: 'Mo-Fr 09:00-18:00; Sa 09:00-17:00; PH off',
    source: '/sources/fietsen',
    telephone: '+31 999 123456',
    brandCarried: ['Veldwind'],
  },
  parcelPoint: {
    id: '/parcel-points/fietsen-de-vries.balie',
    type: 'ParcelPoint',
    containedInPlace: '/places/fietsen-de-vries',
    carrier: ['Pakketpost'],
    parcelService: ['collect', 'return'],
    openingHours: 'unknown',
    source: '/sources/fietsen',
  },
  product: {
    id: '/products/09520000000011',
    type: 'Product',
    gtin: '09520000000011',
    name: 'Fietsbel',
    brand: { type: 'Brand', name: 'Veldwind' },
    source: '/sources/fietsen',
  },
  offer: {
    id: '/offers/09520000000011.fietsen-de-vries',
    type: 'Offer',
    itemOffered: '/products/09520000000011',
    gtin: '09520000000011',
    availableAtOrFrom: '/places/fietsen-de-vries',
    availability: 'InStock',
    stock: 4,
    price: '12.95',
    priceCurrency: 'EUR',
    observedAt: '2026-02-20T12:00:00Z',
    source: '/sources/fietsen',
  },
  service: {
    id: '/services/fietsen-de-vries.beurt',
    type: 'Service',
    name: 'Onderhoudsbeurt',
    provider: '/places/fietsen-de-vries',
    duration: 'PT1H30M',
    price: '45.00',
    priceCurrency: 'EUR',
    source: '/sources/fietsen',
  },
  event: {
    id: '/events/fietsen-de-vries.open-dag',
    type: 'Event',
    name: 'Open dag',
    location: '/places/fietsen-de-vries',
    startDate: '2026-04-04T10:00:00+02:00',
    source: '/sources/fietsen',
  },
} as const;

/** Writes the example things, and the records that say which source brought them. */
export const putExampleThings = async (node: TestNode): Promise<void> => {
  const place = 'fietsen-de-vries';
  await node.record('source', 'fietsen', JSON.stringify({ name: 'fietsen', place }));
  for (const thing of Object.values(exampleThings)) await node.put(thing);
  for (const thing of [exampleThings.offer, exampleThings.service, exampleThings.event, exampleThings.parcelPoint])
    await node.record('mark', `fietsen!${place}!${thing.id}`, '1\t\t');
};
