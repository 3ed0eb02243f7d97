import { type JudgedQuery, places, products, services } from '../judged-query.ts';
import {
  bicyclePumps,
  bicycleShops,
  clothesShop,
  departmentStore,
  drugstores,
  electronicsShop,
  gardenCentre,
  hardwareStore,
  kitchenShop,
  paintShop,
  petShop,
  toyShop,
} from '../shops.ts';

const pumpShops = [bicycleShops, departmentStore];
const kidsBikes = products(/\bkinderfiets\b/i, { notName: /pedalen/i });
const bicycleLocks = products(/\b(ketting|ring|vouw)slot\b/i);
const locks = products(/\b(ketting|ring|vouw|cilinder|hang)slot\b/i);
const tyres = products(/\b(buiten|binnen)band\b/i);
const teeShirts = products(/\bT-shirt\b/i);

const saddles = products(/\bzadel (dames|heren|leer)/i);
const chains = products(/\bketting (1\/2|\d+ versnellingen)/i);

/** Dutch compounds: whole, split as people write them, joined where the shop splits them, and by their last part alone. */
export const compounds: readonly JudgedQuery[] = [
  { q: 'fietspomp', must: [bicyclePumps], may: pumpShops },
  { q: 'fiets pomp', must: [bicyclePumps], may: pumpShops },
  { q: 'fietspompen', must: [bicyclePumps], may: pumpShops },
  { q: 'pomp voor fiets', must: [bicyclePumps], may: pumpShops },
  { q: 'pomp', must: [bicyclePumps], may: [...pumpShops, products(/handzeep pomp/i), places('tankstation-veenweg')] },
  { q: 'tas', must: [products(/\b(fiets)?tas\b/i)], may: [bicycleShops] },
  { q: 'fiets tas', must: [products(/\bfietstas\b/i)], may: [bicycleShops] },
  { q: 'fietstassen', must: [products(/\bfietstas\b/i)], may: [bicycleShops] },
  { q: 'kinderfietsen', must: [kidsBikes], may: [bicycleShops] },
  { q: 'kinder fiets', must: [kidsBikes], may: [bicycleShops, products(/pedalen kinderfiets/)] },
  { q: 'tand pasta', must: [products(/\btandpasta\b/i)], may: [drugstores] },
  { q: 'tanden borstel', must: [products(/\btandenborstel\b/i)], may: [drugstores] },
  { q: 'koeken pan', must: [products(/\bkoekenpan\b/i)], may: [kitchenShop] },
  { q: 'water koker', must: [products(/\bwaterkoker\b/i)], may: [electronicsShop] },
  { q: 'regen jas', must: [products(/\bregenjas\b/i)], may: [clothesShop] },
  { q: 'regenjassen', must: [products(/\bregenjas\b/i)], may: [clothesShop] },
  { q: 'jas', must: [products(/\b(regen|kinder|winter)jas\b/i)], may: [clothesShop] },
  { q: 'hang slot', must: [products(/\bhangslot\b/i)], may: [hardwareStore] },
  { q: 'slot', must: [locks], may: [hardwareStore, bicycleShops] },
  { q: 'sloten', must: [locks], may: [hardwareStore, bicycleShops] },
  { q: 'fietsslot', must: [bicycleLocks], may: [bicycleShops] },
  { q: 'fietsband', must: [tyres], may: [bicycleShops] },
  { q: 'vogel huisje', must: [products(/\bvogelhuisje\b/i)], may: [gardenCentre] },
  { q: 'vogelhuisjes', must: [products(/\bvogelhuisje\b/i)], may: [gardenCentre] },
  { q: 'katten brokken', must: [products(/\bkattenbrokken\b/i)], may: [petShop] },
  { q: 'kattenvoer', must: [products(/\bkattenbrokken\b/i)], may: [petShop] },
  { q: 'muur verf', must: [products(/\bmuurverf\b/i)], may: [paintShop, hardwareStore] },
  { q: 'schroeven draaier', must: [products(/\bschroevendraaier(set)?\b/i)], may: [hardwareStore] },
  { q: 'wc papier', must: [products(/\btoiletpapier\b/i)], may: [drugstores] },
  { q: 'houten trein', must: [products(/\bhouten trein\b/i)], may: [toyShop] },
  { q: 'led lamp', must: [products(/\bledlamp\b/i)], may: [electronicsShop] },
  { q: 'usb stick', must: [products(/\busb-stick\b/i)], may: [electronicsShop] },
  { q: 'usbstick', must: [products(/\busb-stick\b/i)], may: [electronicsShop] },
  { q: 'ducttape', must: [products(/\bduct tape\b/i)], may: [hardwareStore] },
  { q: 't shirt', must: [teeShirts], may: [clothesShop] },
  { q: 'tshirt', must: [teeShirts], may: [clothesShop] },
  {
    q: 'kleur potloden',
    must: [products(/\bkleurpotloden\b/i)],
    may: [toyShop, places('kantoorboekhandel-de-vulpen')],
  },
  { q: 'potlood', must: [products(/potlo(od|den)\b/i)], may: [toyShop, places('kantoorboekhandel-de-vulpen')] },
  { q: 'speelgoed trein', must: [products(/\bhouten trein\b/i)], may: [toyShop] },
  { q: 'boormachine', must: [products(/\b(accu|klop)boormachine\b/i)], may: [hardwareStore] },
  { q: 'elektrische fietsen', must: [products(/\belektrische fiets\b/i)], may: [bicycleShops] },
  { q: 'e-bike', must: [products(/\belektrische fiets\b/i)], may: [bicycleShops] },
  { q: 'fiets lamp', must: [products(/\b(koplamp|achterlicht)\b/i)], may: [bicycleShops] },
  { q: 'fietszadel', must: [saddles], may: [bicycleShops] },
  { q: 'fiets zadel', must: [saddles], may: [bicycleShops] },
  { q: 'fietszadels', must: [saddles], may: [bicycleShops] },
  { q: 'fietsketting', must: [chains], may: [bicycleShops, products(/kettingkast|kettingolie/i)] },
  { q: 'fietspedalen', must: [products(/\bpedalen\b/i)], may: [bicycleShops] },
  { q: 'fiets kinderzitje', must: [products(/\bkinderzitje\b/i)], may: [bicycleShops] },
  { q: 'bike saddle', must: [saddles], may: [bicycleShops] },
  { q: 'kunststof', must: [products(/\bkunststof\b/i)], may: [services('sleutelpost-brugstraat.graveren')] },
];
