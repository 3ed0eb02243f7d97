import type { PlaceKind } from './place-kind.ts';

/** What keeps people moving. */
export const transportKinds: readonly PlaceKind[] = [
  {
    tag: 'shop=bicycle',
    type: 'BicycleStore',
    nl: 'fietsenwinkel',
    en: 'bicycle shop',
    words:
      'fietsenwinkel, fietswinkel, fietsenzaak, fietsenmaker, rijwielhandel, bike shop, bicycle shop, fahrradladen, fahrradgeschäft, magasin de vélos',
    goods: 'fietsen, rijwielen, vélos',
    searchWords:
      'fietsenmakerij, fietsmaker, fietsenreparateur, bike store, bike repair, cycle shop, fahrradhändler, magasin de cycles',
  },
  {
    tag: 'amenity=bicycle_rental',
    type: 'LocalBusiness',
    nl: 'fietsverhuur',
    en: 'bicycle rental',
    words: 'fietsverhuur, fietsenverhuur, bike rental, fahrradverleih, location de vélos',
    searchWords: 'fiets huren, huurfiets, ov fiets, rent a bike, bike hire, fahrrad mieten, leihfahrrad',
  },
  {
    tag: 'shop=car',
    type: 'AutoPartsStore',
    nl: 'autobedrijf',
    en: 'car dealer',
    words: 'autobedrijf, autodealer, car dealer, autohaus',
  },
  {
    tag: 'shop=car_repair',
    type: 'AutoRepair',
    nl: 'garage',
    en: 'car repair shop',
    words: 'garage, autogarage, garagebedrijf, car repair, autowerkstatt',
    searchWords: 'automonteur, apk, apk keuring, autoreparatie, mechanic, autoreparatur',
  },
  {
    tag: 'shop=car_parts',
    type: 'AutoPartsStore',
    nl: 'winkel voor auto-onderdelen',
    en: 'car parts shop',
    words: '',
    goods: 'auto onderdelen, autoonderdelen, automaterialen, car parts',
  },
  {
    tag: 'shop=tyres',
    type: 'TireShop',
    nl: 'bandenspeciaalzaak',
    en: 'tyre shop',
    words: 'bandenservice, bandenspecialist, tyre shop',
    goods: 'banden, reifen, pneus',
  },
  {
    tag: 'shop=motorcycle',
    type: 'Store',
    nl: 'motorzaak',
    en: 'motorcycle shop',
    words: 'motorzaak, scooterwinkel',
    goods: 'motoren, scooters, motorrad',
  },
  {
    tag: 'amenity=fuel',
    type: 'GasStation',
    nl: 'tankstation',
    en: 'petrol station',
    words: 'tankstation, benzinestation, benzinepomp, petrol station, tankstelle, station service',
    searchWords: 'tanken, benzine, diesel, pomp, pompstation, gas station, petrol, gasoline, benzin, essence',
  },
];
