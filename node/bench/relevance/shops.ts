import { events, parcelPoints, places, products, productsWith } from './judged-query.ts';

/** Shops that several queries name. */
export const bicycleShops = places('rijwielhuis-zadelberg', 'fietsenmakerij-de-ketting');
export const drugstores = places('dubbele-drop-kerkstraat', 'dubbele-drop-havenkade');
export const bakeries = places('bakkerij-korenaar', 'bakkerij-de-halve-maan');
export const hardwareStore = places('ijzerhandel-spijkerman');
export const paintShop = places('verfwinkel-kwast-en-kleur');
export const departmentStore = places('warenhuis-de-vier-winden');
export const supermarket = places('supermarkt-de-korf');
export const bookshop = places('boekhandel-de-leeslamp');
export const library = places('bibliotheek-waterveen');
export const toyShop = places('speelgoed-de-tol');
export const electronicsShop = places('elektro-de-stekker');
export const clothesShop = places('mode-linnen-en-lak');
export const kitchenShop = places('kookwinkel-de-garde');
export const gardenCentre = places('tuincentrum-de-groene-poort');
export const petShop = places('dierenwinkel-de-pluim');
export const delicatessen = places('provisiekamer');
export const cheeseShop = places('kaashandel-de-wrongel');
export const secondHandShop = places('kringloop-de-tweede-ronde');
export const sportsShop = places('sporthuis-het-startblok');
export const museum = places('museum-de-turfschuur');
export const shoeShop = places('schoenen-de-leest');
export const market = places('weekmarkt');

export const allBooks = productsWith({ category: /^(784|Media > Books)/ });
export const bicyclePumps = products(/fietspomp/i);
export const bicycleLocks = products(/\b(ketting|ring|vouw|beugel)slot\b/i);
/** Things to ride, for adults and children. */
export const bicycles = products(/(stads|elektrische |kinder|bak)fiets|^fiets,/i, { notName: /pedalen/ });

/** Every parcel point of the town. */
export const allParcelPoints = parcelPoints(
  'kantoorboekhandel-de-vulpen',
  'postpunt-stationsweg',
  'tankstation-veenweg',
  'kluis-stationsweg',
  'kluis-ambachtsweg',
  'supermarkt-de-korf.balie',
  'sleutelpost-brugstraat.balie',
);
/** Places that take or give parcels, or say so. */
export const parcelPlaces = places(
  'kantoorboekhandel-de-vulpen',
  'postpunt-stationsweg',
  'tankstation-veenweg',
  'supermarkt-de-korf',
  'sleutelpost-brugstraat',
);
export const concerts = events('theater-de-sluis.kerstconcert-2026-12-20', 'grote-kerk.nieuwjaarsorgel-2027-01-01');
