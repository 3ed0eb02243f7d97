import type { Offer, Product, Thing, ThingId } from '@openstraat/spec';
import type { ChangeLog } from '../log/change-log.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import type { Candidate } from '../model/draft.ts';
import { createIngest, type Ingest } from './ingest.ts';

export const gtin = '09520000000011';

/** What a source says of one product; only that there is one, where it is `mentioned`. */
export const product = (source: string, details: Partial<Product> = {}, mentioned = false): Candidate => ({
  kind: 'Product',
  id: `/products/${gtin}`,
  source,
  scope: '-',
  mentioned,
  data: { id: `/products/${gtin}`, type: 'Product', gtin, source: `/sources/${source}`, ...details },
});
/** What a source says of an offer of that product at a place, or of another with a key of its own. */
export const offer = (source: string, place: string, details: Partial<Offer> = {}, key = gtin): Candidate => ({
  kind: 'Offer',
  id: `/offers/${key}.${place}`,
  source,
  scope: place,
  data: {
    id: `/offers/${key}.${place}`,
    type: 'Offer',
    itemOffered: `/products/${key}`,
    gtin,
    availableAtOrFrom: `/places/${place}`,
    availability: 'InStock',
    observedAt: '2026-11-20T10:00:00Z',
    source: `/sources/${source}`,
    ...details,
  },
});
/** A place as a source states it. */
export const place = (source: string, key: string): Candidate => ({
  kind: 'Place',
  id: `/places/${key}`,
  source,
  scope: '-',
  data: {
    id: `/places/${key}`,
    type: 'Place',
    name: key,
    address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
    geo: { type: 'GeoCoordinates', latitude: 52, longitude: 6, accuracy: 'exact' },
    placeKind: 'shop=yes',
    openingHours: 'unknown',
    source: `/sources/${source}`,
  },
});

/** A new log with its writer, and what tests do with them. */
export interface TestIngest {
  readonly log: ChangeLog;
  readonly ingest: Ingest;
  /** Applies a batch in a run of its own. @returns the run */
  readonly deliver: (batch: readonly Candidate[]) => Promise<number>;
  /** Takes away what a source did not state in a run, however much. */
  readonly sweep: (source: string, run: number) => ReturnType<Ingest['sweep']>;
  /** What the log says of a thing. */
  readonly shown: (id: ThingId) => Promise<Thing | undefined>;
}

export const startIngest = (): TestIngest => {
  const log = new MemoryChangeLog({ origin: 'https://town.example', clock: { now: () => 1_800_000_000_000 } });
  const ingest = createIngest(log);
  return {
    log,
    ingest,
    async deliver(batch) {
      const run = await ingest.newRun();
      await ingest.apply(batch, { run, durable: false });
      return run;
    },
    sweep: (source, run) => ingest.sweep(source, run, { added: 0, allowShrink: true, dryRun: false }),
    async shown(id) {
      const entry = await log.get(id);
      return entry?.text === undefined ? undefined : fromStoredText(entry.text);
    },
  };
};
