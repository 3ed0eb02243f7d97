import type { Source } from '../models/index.ts';

export const sourceExample: Source = {
  id: 'https://waterveen.example/sources/de-ketting-feed',
  type: 'Source',
  name: { nl: 'Productfeed van De Ketting', en: 'Product feed of De Ketting' },
  place: ['https://waterveen.example/places/de-ketting'],
  license: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Fietsenwinkel De Ketting, Waterveen',
  lastCompleteDelivery: '2026-03-02T05:00:00Z',
  format: 'google-tsv',
  schedule: 'Every night at six',
  description: 'What the webshop exports, "as is".',
};

export const sourceMinimal: Source = {
  id: 'https://waterveen.example/sources/places-sheet',
  type: 'Source',
  name: 'Places of Waterveen',
  license: 'https://opendatacommons.org/licenses/odbl/1-0/',
  attribution: '© OpenStreetMap contributors',
};
