import { type JudgedQuery, places, products, productsWith, services } from '../judged-query.ts';
import {
  allBooks,
  bakeries,
  bicyclePumps,
  bicycleShops,
  bookshop,
  clothesShop,
  departmentStore,
  drugstores,
  electronicsShop,
  library,
  museum,
  petShop,
  shoeShop,
  supermarket,
  toyShop,
} from '../shops.ts';

const pharmacy = places('apotheek-de-vijzel');
const hairdresser = places('kapsalon-de-kuif');
const cuts = services('kapsalon-de-kuif.knippen', 'kapsalon-de-kuif.knippen-kind');

/** Visitors and neighbours from abroad: English, German and French. */
export const languages: readonly JudgedQuery[] = [
  { q: 'pharmacy', must: [pharmacy], may: [drugstores, services('apotheek-de-vijzel.prik')] },
  { q: 'bike shop', must: [bicycleShops] },
  { q: 'bicycle shops', must: [bicycleShops], may: [productsWith({ category: /Bicycle/ })] },
  { q: 'bakery', must: [bakeries] },
  { q: 'bookstore', must: [bookshop], may: [library, places('kantoorboekhandel-de-vulpen')] },
  { q: 'book shop', must: [bookshop], may: [library, places('kantoorboekhandel-de-vulpen'), allBooks] },
  { q: 'toy store', must: [toyShop], may: [departmentStore] },
  { q: 'hairdresser', must: [hairdresser], may: [cuts] },
  { q: 'supermarket', must: [supermarket] },
  { q: 'museum shop', must: [museum], may: [products(/toegangskaart museum/i)] },
  { q: 'shoe shop', must: [shoeShop], may: [places('sleutelpost-brugstraat')] },
  { q: 'clothes shop', must: [clothesShop] },
  {
    q: 'parcel locker',
    must: [{ type: 'parcel-point', keys: ['kluis-stationsweg', 'kluis-ambachtsweg'] }],
    may: [
      {
        type: 'parcel-point',
        keys: [
          'supermarkt-de-korf.balie',
          'sleutelpost-brugstraat.balie',
          'postpunt-stationsweg',
          'kantoorboekhandel-de-vulpen',
          'tankstation-veenweg',
        ],
      },
    ],
  },
  { q: 'Peat Barn', must: [museum] },
  { q: 'gas station', must: [places('tankstation-veenweg')] },
  { q: 'dentist', must: [places('tandarts-aan-de-singel')] },
  { q: 'diapers', must: [products(/\bluiers\b/i)], may: [productsWith({ category: /Diapering/ })] },
  {
    q: 'bicycle accessories',
    must: [productsWith({ category: /^(3214|.*Bicycle Accessories)$/ })],
    may: [bicycleShops, productsWith({ category: /^3618$/ })],
  },
  { q: 'bicycle pump', must: [bicyclePumps], may: [bicycleShops] },
  { q: 'television', must: [products(/\btelevisie\b/i)], may: [electronicsShop] },
  { q: 'Apotheke', must: [pharmacy], may: [services('apotheek-de-vijzel.prik')] },
  { q: 'Bäckerei', must: [bakeries] },
  { q: 'Backerei', must: [bakeries] },
  { q: 'Fahrradladen', must: [bicycleShops] },
  { q: 'Buchhandlung', must: [bookshop] },
  { q: 'Friseur', must: [hairdresser], may: [cuts] },
  { q: 'Drogerie', must: [drugstores], may: [supermarket] },
  { q: 'Metzgerei', must: [places('slagerij-de-vette-os')] },
  { q: 'Tierhandlung', must: [petShop] },
  { q: 'Schampoo', must: [products(/\bshampoo\b/i)], may: [drugstores] },
  { q: 'boulangerie', must: [bakeries] },
  { q: 'pharmacie', must: [pharmacy], may: [services('apotheek-de-vijzel.prik')] },
  { q: 'librairie', must: [bookshop] },
  { q: 'fromagerie', must: [places('kaashandel-de-wrongel')] },
  { q: 'musée', must: [museum] },
  { q: 'coiffeur', must: [hairdresser], may: [cuts] },
];
