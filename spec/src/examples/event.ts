import type { Event } from '../models/index.ts';

export const eventExample: Event = {
  id: 'https://waterveen.example/events/de-ketting.fietskeuring',
  type: 'Event',
  name: { nl: 'Gratis fietskeuring', en: 'Free bicycle check' },
  location: 'https://waterveen.example/places/de-ketting',
  startDate: '2026-04-18T10:00:00+02:00',
  source: 'https://waterveen.example/sources/places-sheet',
  endDate: '2026-04-18T16:00:00+02:00',
  description: 'Voor iedereen — ook zonder afspraak.',
  image: 'https://de-ketting.example/keuring.jpg',
  url: 'https://de-ketting.example/keuring',
  organizer: { type: 'Organization', name: 'Winkeliersvereniging Havenkwartier' },
};

export const eventMinimal: Event = {
  id: 'https://waterveen.example/events/markt.voorjaarsmarkt',
  type: 'Event',
  name: 'Voorjaarsmarkt',
  location: 'https://waterveen.example/places/markt',
  startDate: '2026-04-05T09:00:00+02:00',
  source: 'https://waterveen.example/sources/places-sheet',
};
