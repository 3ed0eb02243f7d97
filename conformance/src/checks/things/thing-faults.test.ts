import { allRequirements, thingExamples } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/json-value.ts';
import type { LiveThing } from './live-thing.ts';
import { thingFaults } from './thing-faults.ts';

const faultsOf = (kind: 'Place' | 'Offer' | 'Product' | 'Source' | 'Event', changes: JsonObject): readonly string[] => {
  const data: JsonObject = { ...thingExamples[kind].full, ...changes };
  const thing: LiveThing = { kind, id: String(data['id']), data, entry: { at: 0, item: {} } };
  return [...new Set(thingFaults(thing).map(({ requirement, pointer }) => `${requirement} ${pointer}`))];
};

describe('each fault breaks one requirement', () => {
  it.each([
    ['Place', {}, []],
    ['Place', { name: undefined }, ['VOC-001 /data/name']],
    [
      'Place',
      { address: { type: 'PostalAddress', addressLocality: 'Waterveen' } },
      ['VOC-001 /data/address/addressCountry'],
    ],
    ['Place', { source: undefined }, ['LIC-002 /data/source']],
    ['Source', { license: undefined }, ['LIC-001 /data/license']],
    ['Source', { attribution: '' }, ['VOC-008 /data/attribution']],
    ['Place', { type: 'Product' }, ['ID-002 /data/type']],
    ['Place', { type: ['Place', 'Halt'] }, ['VOC-002 /data/type']],
    ['Place', { type: 5 }, ['VOC-002 /data/type']],
    ['Place', { telephone: 5 }, ['VOC-003 /data/telephone']],
    ['Place', { name: 5 }, ['VOC-009 /data/name']],
    ['Place', { name: { NL: 'x' } }, ['VOC-009 /data/name/NL']],
    ['Place', { name: { nl: '' } }, ['VOC-008 /data/name/nl']],
    ['Place', { name: 'x'.repeat(501) }, ['VOC-003 /data/name']],
    ['Place', { openingHours: 5 }, ['VOC-015 /data/openingHours']],
    ['Place', { geo: undefined }, ['VOC-001 /data/geo']],
    [
      'Place',
      { geo: { type: 'GeoCoordinates', latitude: 91, longitude: 5 } },
      ['VOC-016 /data/geo/latitude', 'VOC-016 /data/geo/accuracy'],
    ],
    ['Place', { '@graph': [] }, ['VOC-004 /data/@graph']],
    ['Place', { price: '3' }, ['VOC-004 /data/price']],
    ['Offer', { price: 3 }, ['VOC-010 /data/price']],
    ['Offer', { priceCurrency: undefined }, ['VOC-010 /data/priceCurrency']],
    ['Offer', { price: undefined, salePrice: '3.00' }, ['VOC-011 /data/price']],
    ['Offer', { stock: 'many' }, ['VOC-014 /data/stock']],
    ['Offer', { gtin: '123' }, ['ID-008 /data/gtin']],
    ['Offer', { gtin: undefined, sku: undefined }, ['ID-015 /data']],
    ['Offer', { observedAt: 'yesterday' }, ['VOC-012 /data/observedAt']],
    ['Event', { startDate: '2026-02-30T10:00:00Z' }, ['VOC-012 /data/startDate']],
    ['Product', { gtin: undefined, sku: undefined }, ['VOC-001 /data']],
  ] as const)('%s %j', (kind, changes, expected) => {
    expect(faultsOf(kind, changes)).toEqual(expected);
  });

  it('and all of them are requirements', () => {
    const known = new Set(allRequirements.map(({ id }): string => id));
    const faults = faultsOf('Place', {
      name: 5,
      geo: 5,
      telephone: 5,
      source: 5,
      '@id': 'x',
      openingHours: 5,
      type: 'x',
    });
    expect(faults).toHaveLength(7);
    expect(faults.filter((fault) => !known.has(fault.split(' ')[0] ?? ''))).toEqual([]);
  });
});
