import type { Place } from '../models/index.ts';

export const placeExample: Place = {
  id: 'https://waterveen.example/places/de-ketting',
  type: ['Place', 'BicycleStore'],
  name: 'Fietsenwinkel De Ketting',
  address: {
    type: 'PostalAddress',
    streetAddress: 'Havenstraat 12',
    postalCode: '9999 XA',
    addressLocality: 'Waterveen',
    addressCountry: 'NL',
  },
  geo: { type: 'GeoCoordinates', latitude: 52.0911234, longitude: 5, accuracy: 'exact' },
  placeKind: 'shop=bicycle',
  openingHours: 'Mo-Fr 09:00-18:00; Th 09:00-21:00; Sa 09:00-17:00',
  source: 'https://waterveen.example/sources/places-sheet',
  description: {
    nl: 'Nieuwe en gebruikte fietsen.\nOok onderdelen.',
    en: 'New and used bicycles.\nParts too.',
    'nds-NL': 'Neie en bruukte fietsen.',
  },
  telephone: '+31 88 555 01 12',
  email: 'winkel@de-ketting.example',
  url: 'https://de-ketting.example/',
  image: ['https://de-ketting.example/gevel.jpg', 'https://de-ketting.example/werkplaats.jpg'],
  brandCarried: ['Veenrijder', 'Lage Landen'],
  categoryCarried: ['stadsfietsen', 'fietsonderdelen'],
  specialOpeningHoursSpecification: [
    {
      type: 'OpeningHoursSpecification',
      validFrom: '2026-07-27',
      validThrough: '2026-08-08',
      description: { nl: 'Zomervakantie', en: 'Summer holiday' },
    },
  ],
  timeZone: 'Europe/Amsterdam',
  wheelchair: 'limited',
  knowsLanguage: ['nl', 'en', 'fy'],
  paymentAccepted: ['Cash', 'Debit card'],
  carrier: ['Pakketveer'],
  sameAs: ['https://www.openstreetmap.org/node/1'],
};

export const placeMinimal: Place = {
  id: 'https://waterveen.example/places/bakkerij-het-schip',
  type: 'Place',
  name: 'Bakkerij Het Schip',
  address: { type: 'PostalAddress', addressLocality: 'Waterveen', addressCountry: 'NL' },
  geo: { type: 'GeoCoordinates', latitude: 52.09, longitude: 5.12, accuracy: 'town' },
  placeKind: 'shop=bakery',
  openingHours: 'unknown',
  source: 'https://waterveen.example/sources/places-sheet',
};
