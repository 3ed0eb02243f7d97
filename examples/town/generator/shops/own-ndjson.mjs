import { agenda, nl } from '../agenda.mjs';
import { demonstrationGtin } from '../gtin.mjs';
import { services } from '../services.mjs';
import { locate } from '../streets.mjs';
import { utf8 } from '../text.mjs';

/** One JSON object a line; a string stands as it is. */
const ndjson = (file, things) => ({
  file,
  bytes: utf8(`${things.map((thing) => (typeof thing === 'string' ? thing : JSON.stringify(thing))).join('\n')}\n`),
});

const addressOf = ({ address, postcode }) => ({
  type: 'PostalAddress',
  streetAddress: address,
  postalCode: postcode,
  addressLocality: 'Waterveen',
  addressCountry: 'NL',
});
const geoOf = ({ latitude, longitude }) => ({
  type: 'GeoCoordinates',
  latitude: Number(latitude.toFixed(5)),
  longitude: Number(longitude.toFixed(5)),
  accuracy: 'exact',
});

const areas = [
  {
    id: '/areas/waterveen',
    type: ['Area', 'AdministrativeArea'],
    name: nl('Gemeente Waterveen'),
    municipalityCode: 'NL-GM9952',
    description: nl('Een verzonnen gemeente tussen veen en rivier.'),
    url: 'https://waterveen.example',
  },
  {
    id: '/areas/winkelhart-waterveen',
    type: ['Area', 'ShoppingArea'],
    name: nl('Winkelhart Waterveen'),
    boundary:
      'POLYGON ((6.01650 52.41980, 6.01950 52.41850, 6.02250 52.41750, 6.02450 52.42000, 6.02420 52.42120, 6.02080 52.42280, 6.01960 52.42290, 6.01650 52.41980))',
    url: 'https://winkelhart.waterveen.example',
  },
];

const museumKey = 'museum-de-turfschuur';
const museumLocation = locate('Havenkade 50');
const museum = {
  id: `/places/${museumKey}`,
  type: ['Place', 'Museum'],
  name: { nl: 'Museum De Turfschuur', en: 'Peat Barn Museum' },
  address: addressOf(museumLocation),
  geo: geoOf(museumLocation),
  placeKind: 'tourism=museum',
  openingHours: 'Tu-Su 11:00-17:00; Dec 25 off; Jan 01 off',
  description: nl('Gemeentelijk museum over turf, water en wie er woonden.'),
  telephone: '+31 578 030 300',
  url: 'https://turfschuur.example',
  categoryCarried: ['museumwinkel', 'tentoonstellingen', 'rondleidingen'],
  wheelchair: 'yes',
  knowsLanguage: ['nl', 'en', 'de'],
};

/** Name, price, how many; things of the museum's shop. */
const souvenirs = [
  ['Waterveense turfsteker, miniatuur', '12.50', 14],
  ['Puzzel Het veen in 1780, 500 stukjes', '17.95', 8],
  ['Theedoek met waterwegenkaart', '11.95', 22],
  ['Boekje Turf, een geschiedenis', '9.95', 31],
  ['Mok De Turfschuur', '10.95', 17],
  ['Bouwplaat van de sluis', '6.50', 40],
  ['Stoommachine, bouwdoos', '64.95', 2],
  ['Potlood met turfdop', '2.25', 120],
  ['Linnen tas Waterveen', '7.95', 55],
  ['Jeneverkruikje', '14.95', 0],
  ['Reproductie Schippersdochter', '24.95', 5],
  ['Kaartspel Kwartet van het veen', '8.95', 26],
];

const observedAt = '2026-11-19T16:45:00+01:00';
const museumShop = souvenirs.flatMap(([name, price, stock], index) => {
  const gtin = `0${demonstrationGtin(951, index + 1)}`;
  return [
    { id: `/products/${gtin}`, type: 'Product', gtin, name: nl(name), brand: { type: 'Brand', name: 'De Turfschuur' } },
    {
      id: `/offers/${gtin}.${museumKey}`,
      type: 'Offer',
      itemOffered: `/products/${gtin}`,
      gtin,
      availableAtOrFrom: `/places/${museumKey}`,
      availability: stock === 0 ? 'OutOfStock' : 'InStock',
      observedAt,
      price,
      priceCurrency: 'EUR',
      stock,
    },
  ];
});

const tickets = [
  { id: `/products/${museumKey}.kaart`, type: 'Product', sku: 'kaart', name: nl('Toegangskaart museum') },
  {
    id: `/offers/${museumKey}.kaart.${museumKey}`,
    type: 'Offer',
    itemOffered: `/products/${museumKey}.kaart`,
    sku: 'kaart',
    availableAtOrFrom: `/places/${museumKey}`,
    availability: 'InStock',
    observedAt,
    price: '9.50',
    priceCurrency: 'EUR',
    stock: 'unlimited',
  },
];

const museumEvents = [
  [
    'tentoonstelling-2026-12-05',
    'Tentoonstelling: Ijs op de vaart',
    '2026-12-05T11:00:00+01:00',
    '2027-02-28T17:00:00+01:00',
  ],
  ['rondleiding-2027-01-10', 'Rondleiding langs het depot', '2027-01-10T14:00:00+01:00', '2027-01-10T15:30:00+01:00'],
  ['museumnacht-2027-11-06', 'Nacht van de Turfschuur', '2027-11-06T19:00:00+01:00', '2027-11-06T23:59:00+01:00'],
].map(([key, name, startDate, endDate]) => ({
  id: `/events/${museumKey}.${key}`,
  type: 'Event',
  name: nl(name),
  location: `/places/${museumKey}`,
  startDate,
  endDate,
  organizer: { type: 'Organization', name: 'Gemeente Waterveen' },
}));

const desk = [
  ['paspoort', 'Paspoort aanvragen', 'PT15M'],
  ['rijbewijs', 'Rijbewijs verlengen', 'PT10M'],
  ['verhuizing', 'Verhuizing doorgeven', 'PT10M'],
].map(([key, name, duration]) => ({
  id: `/services/gemeentehuis-waterveen.${key}`,
  type: 'Service',
  name: nl(name),
  provider: '/places/gemeentehuis-waterveen',
  duration,
  bookingUrl: 'https://waterveen.example/afspraak',
}));

/** The municipality: areas, its museum, its desk. */
export const municipality = () =>
  ndjson('gemeente-waterveen.ndjson', [
    ...areas,
    museum,
    ...museumShop,
    ...tickets,
    ...museumEvents,
    ...desk,
    { id: '/statues/de-turfsteker', type: 'Statue', name: nl('De turfsteker') },
    { ...museumShop[1], id: `/offers/09529999000000.${museumKey}`, price: '-12.50' },
  ]);

/** The agenda that the theatre keeps for the whole town. */
export const townAgenda = () =>
  ndjson('agenda-waterveen.ndjson', [
    ...agenda,
    {
      ...agenda[0],
      id: '/events/theater-de-sluis.try-out-2027-03-12',
      startDate: '2027-03-12T20:00',
      endDate: undefined,
    },
    { ...agenda[3], name: nl('Wintermarkt (dubbel ingevoerd)') },
    '{"id":"/events/weekmarkt.zomermarkt-2027-07-15","type":"Event","name":{"nl":"Zomermarkt"},"location":"/places/weekmarkt","startDate"',
  ]);

/** What shops do for people, as the shopping association asked them. */
export const townServices = () =>
  ndjson('diensten-waterveen.ndjson', [
    ...services,
    {
      ...services[0],
      id: '/services/rijwielhuis-zadelberg.wiel-richten',
      name: nl('Wiel richten'),
      priceCurrency: undefined,
    },
    { ...services[4], id: '/services/sleutelpost-brugstraat.autosleutel', name: '', price: 'vanaf 60' },
  ]);

const locker = (key, address, carrier, room) => {
  const location = locate(address);
  return {
    id: `/parcel-points/${key}`,
    type: 'ParcelPoint',
    name: nl(`Pakketkluis ${address}`),
    address: addressOf(location),
    geo: geoOf(location),
    carrier,
    parcelService: ['collect', 'drop-off', 'return'],
    openingHours: '24/7',
    pointType: 'locker',
    largestParcel: { type: 'ParcelSize', lengthCm: 60, widthCm: 40, heightCm: 36 },
    weightMaxKg: '20',
    room: Object.entries(room).map(([sizeClass, roomLeft]) => ({
      type: 'ParcelRoom',
      sizeClass,
      roomLeft,
      observedAt: '2026-11-20T06:15:00+01:00',
    })),
  };
};

const counter = (place, carrier, openingHours) => ({
  id: `/parcel-points/${place}.balie`,
  type: 'ParcelPoint',
  containedInPlace: `/places/${place}`,
  carrier,
  parcelService: ['collect', 'drop-off', 'return'],
  openingHours,
  pointType: 'counter',
  weightMaxKg: '23',
});

/** Lockers, and the counters that the places sheet does not have, as the carriers list them together. */
export const parcelPoints = () =>
  ndjson('pakketpunten-waterveen.ndjson', [
    locker('kluis-stationsweg', 'Stationsweg 1', ['Veenpost', 'Wielbode', 'Pakketaar'], { S: 14, M: 6, L: 1 }),
    locker('kluis-ambachtsweg', 'Ambachtsweg 12', ['Pakketaar'], { S: 3, M: 0 }),
    counter('supermarkt-de-korf', ['Wielbode'], 'Mo-Sa 08:00-20:00'),
    counter('sleutelpost-brugstraat', ['Pakketaar'], 'Mo-Fr 09:00-17:30; Sa 09:00-16:00'),
    {
      ...locker('kluis-op-de-maan', 'Havenkade 2', ['Veenpost'], { S: 1 }),
      geo: { type: 'GeoCoordinates', latitude: 520.424, longitude: 6.018, accuracy: 'exact' },
    },
  ]);
