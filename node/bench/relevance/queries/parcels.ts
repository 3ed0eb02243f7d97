import { type JudgedQuery, parcelPoints } from '../judged-query.ts';
import { allParcelPoints, parcelPlaces } from '../shops.ts';

const lockers = parcelPoints('kluis-stationsweg', 'kluis-ambachtsweg');
const ofPakketaar = parcelPoints(
  'tankstation-veenweg',
  'kluis-stationsweg',
  'kluis-ambachtsweg',
  'sleutelpost-brugstraat.balie',
);
const ofVeenpost = parcelPoints('kantoorboekhandel-de-vulpen', 'postpunt-stationsweg', 'kluis-stationsweg');

/** Parcels: fetching, sending, sending back. */
export const parcels: readonly JudgedQuery[] = [
  { q: 'pakketkluis', must: [lockers], may: [allParcelPoints] },
  { q: 'pakketkluizen', must: [lockers], may: [allParcelPoints] },
  { q: 'pakketautomaat', must: [lockers], may: [allParcelPoints] },
  { q: 'pakketpunt', must: [allParcelPoints], may: [parcelPlaces] },
  { q: 'pakket ophalen', must: [allParcelPoints], may: [parcelPlaces] },
  { q: 'pakje versturen', must: [allParcelPoints], may: [parcelPlaces] },
  {
    q: 'pakket retour',
    must: [
      parcelPoints(
        'kluis-stationsweg',
        'kluis-ambachtsweg',
        'supermarkt-de-korf.balie',
        'sleutelpost-brugstraat.balie',
      ),
    ],
    may: [allParcelPoints, parcelPlaces],
  },
  {
    // A Sunday: the counters are closed, and a name makes no locker less of one.
    q: 'pakketje retour',
    with: { availability: 'any', open: '2026-11-22T16:34:00+01:00' },
    must: [lockers],
    may: [allParcelPoints],
    first: [lockers],
  },
  { q: 'Pakketaar', must: [ofPakketaar], may: [parcelPlaces] },
  { q: 'veenpost', must: [ofVeenpost], may: [parcelPlaces] },
  {
    q: 'wielbode pakket',
    must: [parcelPoints('postpunt-stationsweg', 'kluis-stationsweg', 'supermarkt-de-korf.balie')],
    may: [parcelPlaces],
  },
  { with: { type: 'parcel-point' }, must: [allParcelPoints] },
  {
    with: { type: 'parcel-point', open: '2026-11-22T21:00:00+01:00' },
    must: [lockers, parcelPoints('tankstation-veenweg')],
    never: [parcelPoints('postpunt-stationsweg', 'supermarkt-de-korf.balie')],
  },
  { q: 'pakketje inleveren', must: [allParcelPoints], may: [parcelPlaces] },
];
