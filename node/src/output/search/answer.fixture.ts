import { type SearchAnswer, searchAnswerSchema } from '@openstraat/spec';

const origin = { name: 'Winkels in Waterveen', url: 'https://waterveen.example/' };
const place = {
  id: 'https://waterveen.example/places/fietsen-de-vries',
  name: { nl: 'Fietsen de Vries', fy: 'Fytsen de Vries' },
  kind: 'shop=bicycle',
  streetAddress: 'Dorpsstraat 1',
  postalCode: '9999 AA',
  addressLocality: 'Waterveen',
  addressCountry: 'NL',
  latitude: 52.1,
  longitude: 5.1,
  accuracy: 'exact' as const,
};
const open = { state: 'open' as const, until: '2026-03-02T18:00:00+01:00' };
const why = [{ code: 'name' as const, text: '„fietsbel” staat in de naam' }];
const near = { distanceMetres: 346.2, walkingMinutes: 6, farther: false };

/** One result of each type, and one of another node that is farther. */
export const exampleAnswer: SearchAnswer = searchAnswerSchema.parse({
  version: 1,
  query: { q: 'fietsbell', corrected: [{ from: 'fietsbell', to: 'fietsbel' }] },
  where: { latitude: 52.101, longitude: 5.1, radiusMetres: 5_000, from: 'town', near: 'Waterveen' },
  at: '2026-03-02T09:00:00Z',
  results: [
    {
      type: 'product',
      id: 'https://waterveen.example/products/09520000000011',
      origin,
      why,
      explain: {
        score: 0.81,
        terms: [{ term: 'text', value: 1, weight: 0.55, share: 0.55 }],
        tie: { seed: '2026-03-02/52.10,5.10', value: 0.25 },
      },
      ...near,
      gtin: '09520000000011',
      name: 'Fietsbel <b>luid</b>',
      brand: 'Veldwind',
      moreOffers: 2,
      offers: [
        {
          id: 'https://waterveen.example/offers/09520000000011.fietsen-de-vries',
          origin,
          why,
          ...near,
          place,
          product: 'https://waterveen.example/products/09520000000011',
          availability: 'InStock',
          stock: 4,
          price: '12.95',
          priceCurrency: 'EUR',
          salePrice: '9.95',
          seenAt: '2026-03-01T03:00:00Z',
          open,
        },
      ],
    },
    {
      type: 'place',
      id: place.id,
      origin,
      why,
      ...near,
      place,
      open: { state: 'closed', until: '2026-03-03T09:00:00+01:00' },
      carries: ['Veldwind'],
    },
    {
      type: 'service',
      id: 'https://waterveen.example/services/fietsen-de-vries.beurt',
      origin,
      why,
      ...near,
      name: 'Onderhoudsbeurt',
      place,
      open: { state: 'unknown' },
      duration: 'PT1H30M',
    },
    {
      type: 'event',
      id: 'https://waterveen.example/events/fietsen-de-vries.open-dag',
      origin,
      why,
      ...near,
      name: 'Open dag',
      place,
      startDate: '2026-04-04T10:00:00+02:00',
    },
    {
      type: 'parcel-point',
      id: 'https://ander.example/parcel-points/kiosk',
      origin: { name: 'Winkels in Verderop', url: 'https://ander.example/' },
      why,
      distanceMetres: 6_400,
      walkingMinutes: 104,
      farther: true,
      latitude: 52.15,
      longitude: 5.1,
      carrier: ['Pakketpost'],
      parcelService: ['collect'],
      open: { state: 'unknown' },
    },
  ],
  next: 'https://waterveen.example/search?q=fietsbell&near=Waterveen&cursor=abc',
  ranking: 'https://waterveen.example/ranking',
  license: 'https://creativecommons.org/licenses/by/4.0/',
});
