import { places } from '../places.mjs';
import { degrees } from '../streets.mjs';
import { utf8 } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = [
  'code',
  'naam',
  'soort',
  'adres',
  'postcode',
  'plaats',
  'lat',
  'lon',
  'openingstijden',
  'sluitingen',
  'telefoon',
  'email',
  'site',
  'merken',
  'assortiment',
  'rolstoel',
  'betaling',
  'talen',
  'pakketdiensten',
];

const closures = {
  'slagerij-de-vette-os': '2027-02-15/2027-02-27 voorjaarsvakantie',
  'restaurant-het-rietland': '2027-01-04/2027-01-18 verbouwing',
  'ijssalon-de-sneeuwuil': '2026-11-01/2027-03-26 winterstop',
  'bibliotheek-waterveen': '2026-12-25/2026-12-26; 2027-01-01/2027-01-01',
};

const toRecord = (place, index) => ({
  code: place.code,
  naam: place.name,
  soort: place.kind,
  adres: place.address,
  postcode: place.postcode,
  plaats: 'Waterveen',
  lat: place.hasPoint ? degrees(place.latitude) : '',
  lon: place.hasPoint ? degrees(place.longitude) : '',
  openingstijden: place.hours,
  sluitingen: closures[place.code] ?? '',
  // Behind an area code a number never starts with 0, so that nobody has these.
  telefoon: index % 6 === 5 ? '' : `+31 578 0${String(10_010 + index * 37).padStart(5, '0')}`,
  email: index % 4 === 0 ? `info@${place.code}.example` : '',
  site: index % 5 === 4 ? '' : `https://${place.code}.example`,
  merken: place.brands,
  assortiment: place.categories,
  rolstoel: place.more.rolstoel ?? '',
  betaling: place.more.betaling ?? '',
  talen: place.more.talen ?? '',
  pakketdiensten: place.more.pakketdiensten ?? '',
});

/** Rows that somebody filled in wrongly. */
const wrongRows = [
  {
    code: 'verkeerd-om',
    naam: 'Lampenwinkel Verkeerd Om',
    soort: 'lampenwinkel',
    adres: 'Kerkstraat 40',
    postcode: '8199 DC',
    plaats: 'Waterveen',
    lat: '6.02355',
    lon: '52.42066',
    openingstijden: 'Tu-Sa 10:00-17:00',
  },
  {
    code: 'bakkerij-korenaar',
    naam: 'Bakkerij Korenaar (filiaal)',
    soort: 'bakker',
    adres: 'Stationsweg 51',
    postcode: '8199 JD',
    plaats: 'Waterveen',
    openingstijden: 'Tu-Sa 08:00-16:00',
  },
  {
    code: 'zonder-naam',
    naam: '',
    soort: 'kledingwinkel',
    adres: 'Brugstraat 3',
    postcode: '8199 EB',
    plaats: 'Waterveen',
    lat: '52.42080',
    lon: '6.02008',
  },
  {
    code: 'dromenwinkel',
    naam: 'De Dromenwinkel',
    soort: 'dromenverkoper',
    adres: 'Molenpad 13',
    postcode: '8199 KB',
    plaats: 'Waterveen',
    lat: '52.41841',
    lon: '6.01687',
    openingstijden: 'bij volle maan',
  },
  {
    code: 'kiosk-nergens',
    naam: 'Kiosk Nergens',
    soort: 'kiosk',
    adres: 'Onbekend 1',
    postcode: '9999 ZZ',
    plaats: 'Elders',
    openingstijden: 'Mo-Fr 07:00-12:00',
  },
];

/** The sheet that the shopping association keeps. */
export const placesSheet = () => {
  const rows = toRows(columns, [...places.map(toRecord), ...wrongRows]);
  // A row of which the end got lost.
  rows[59] = rows[59].slice(0, 12);
  return { file: 'places.csv', bytes: utf8(writeTable({ columns, rows, separator: ';' })) };
};
