import type { Service } from '../models/index.ts';

export const serviceExample: Service = {
  id: 'https://waterveen.example/services/de-ketting.onderhoudsbeurt',
  type: 'Service',
  name: { nl: 'Onderhoudsbeurt', en: 'Bicycle service' },
  provider: 'https://waterveen.example/places/de-ketting',
  source: 'https://waterveen.example/sources/places-sheet',
  description: { nl: 'Klaar terwijl u wacht.' },
  image: 'https://de-ketting.example/werkplaats.jpg',
  url: 'https://de-ketting.example/werkplaats',
  price: '45',
  priceCurrency: 'EUR',
  duration: 'PT45M',
  bookingUrl: 'https://de-ketting.example/afspraak',
};

export const serviceMinimal: Service = {
  id: 'https://waterveen.example/services/de-ketting.band-plakken',
  type: 'Service',
  name: 'Band plakken',
  provider: 'https://waterveen.example/places/de-ketting',
  source: 'https://waterveen.example/sources/places-sheet',
};
