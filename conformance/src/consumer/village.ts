import type { Kind, ThingData } from '@openstraat/spec';

/** Something that a scripted feed can say; ids are paths until the feed puts its origin before them. */
export type VillageThing = { readonly [K in Kind]: { readonly kind: K; readonly data: ThingData[K] } }[Kind];

/** The things of a village at an origin; names have letters of two, three and four bytes. */
export const villageAt = (origin: string) => {
  const at = (path: string): string => `${origin}/${path}`;
  const source: VillageThing = {
    kind: 'Source',
    data: {
      id: at('sources/winkels'),
      type: 'Source',
      name: 'De winkels van Waterveen',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      attribution: 'De winkels van Waterveen',
    },
  };
  const place = (key: string): VillageThing => ({
    kind: 'Place',
    data: {
      id: at(`places/${key}`),
      type: 'Place',
      name: `Café ’t Hoekje 🚲 ${key}`,
      address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
      geo: { type: 'GeoCoordinates', latitude: 52.0911234, longitude: 5.12, accuracy: 'exact' },
      placeKind: 'shop=bicycle',
      openingHours: 'unknown',
      source: source.data.id,
    },
  });
  const product = (gtin: string): VillageThing => ({
    kind: 'Product',
    data: {
      id: at(`products/${gtin}`),
      type: 'Product',
      gtin,
      name: { nl: `Fietsbel €${gtin}` },
      source: source.data.id,
    },
  });
  const offer = (gtin: string, placeKey: string, price = '12.50'): VillageThing => ({
    kind: 'Offer',
    data: {
      id: at(`offers/${gtin}.${placeKey}`),
      type: 'Offer',
      itemOffered: at(`products/${gtin}`),
      gtin,
      availableAtOrFrom: at(`places/${placeKey}`),
      availability: 'InStock',
      price,
      priceCurrency: 'EUR',
      source: source.data.id,
      observedAt: '2026-03-07T06:00:00+01:00',
    },
  });
  return { source, place, product, offer };
};

/** Barcodes under GS1's demonstration prefix. */
export const villageGtins = [
  '09520000000011',
  '09520000000028',
  '09520000000035',
  '09520000000042',
  '09520000000059',
] as const;
