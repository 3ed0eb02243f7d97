import type { ParcelPoint } from '../models/index.ts';

export const parcelPointExample: ParcelPoint = {
  id: 'https://waterveen.example/parcel-points/station',
  type: 'ParcelPoint',
  containedInPlace: 'https://waterveen.example/places/station',
  name: { nl: 'Pakketkluis Station', en: 'Parcel locker Station' },
  address: {
    type: 'PostalAddress',
    streetAddress: 'Stationsplein 1',
    postalCode: '9999 AA',
    addressLocality: 'Waterveen',
    addressCountry: 'NL',
  },
  geo: { type: 'GeoCoordinates', latitude: 52.0875, longitude: 5.1175, accuracy: 'postcode' },
  carrier: ['Pakketveer', 'Trekvaart Post'],
  parcelService: ['collect', 'drop-off', 'return'],
  openingHours: '24/7',
  pointType: 'locker',
  source: 'https://waterveen.example/sources/pakketveer',
  url: 'https://pakketveer.example/punten/station',
  largestParcel: { type: 'ParcelSize', lengthCm: 60, widthCm: 40, heightCm: 38 },
  weightMaxKg: '20.5',
  room: [
    { type: 'ParcelRoom', sizeClass: 'S', roomLeft: 14, observedAt: '2026-03-02T08:30:00+01:00' },
    { type: 'ParcelRoom', sizeClass: 'L', roomLeft: 0, observedAt: '2026-03-02T08:30:00+01:00' },
  ],
};

export const parcelPointMinimal: ParcelPoint = {
  id: 'https://waterveen.example/parcel-points/de-ketting',
  type: 'ParcelPoint',
  containedInPlace: 'https://waterveen.example/places/de-ketting',
  carrier: ['Pakketveer'],
  parcelService: ['collect'],
  openingHours: 'unknown',
  source: 'https://waterveen.example/sources/places-sheet',
};
