import { type JudgedQuery, places, products, services } from '../judged-query.ts';
import {
  allParcelPoints,
  bakeries,
  bicyclePumps,
  bicycleShops,
  departmentStore,
  drugstores,
  hardwareStore,
  parcelPlaces,
  supermarket,
  toyShop,
} from '../shops.ts';

const hammers = products(/\b(klauw)?hamer\b/i);

/** Whole questions, as one would ask a neighbour. */
export const questions: readonly JudgedQuery[] = [
  { q: 'waar koop ik een fietspomp', must: [bicyclePumps], may: [bicycleShops, departmentStore] },
  { q: 'Waar kan ik een hamer kopen?', must: [hammers], may: [hardwareStore] },
  { q: 'wie verkoopt shampoo', must: [products(/\bshampoo\b/i)], may: [drugstores] },
  { q: 'waar vind ik een drogist', must: [drugstores], may: [supermarket, departmentStore] },
  {
    q: 'waar kan ik mijn fiets laten repareren',
    must: [services('fietsenmakerij-de-ketting.fietsreparatie')],
    may: [
      bicycleShops,
      places('reparatiecafe-waterveen'),
      services(
        'rijwielhuis-zadelberg.lekke-band',
        'rijwielhuis-zadelberg.onderhoudsbeurt',
        'reparatiecafe-waterveen.apparaat',
      ),
    ],
  },
  { q: 'is er een bakker in de buurt?', must: [bakeries] },
  { q: 'waar kan ik een pakketje ophalen', must: [allParcelPoints], may: [parcelPlaces] },
  { q: 'welke winkel heeft luiers', must: [products(/\bluiers\b/i)], may: [drugstores, supermarket] },
  { q: 'ik zoek een legpuzzel', must: [products(/\blegpuzzel\b/i)], may: [toyShop] },
  {
    q: 'waar kan ik sleutels laten bijmaken',
    must: [services('sleutelpost-brugstraat.sleutels-bijmaken')],
    may: [places('sleutelpost-brugstraat')],
  },
  { q: 'verkoopt iemand hier kettingolie', must: [products(/\bkettingolie\b/i)], may: [bicycleShops] },
  {
    q: 'where can I find a pharmacy',
    must: [places('apotheek-de-vijzel')],
    may: [drugstores, services('apotheek-de-vijzel.prik')],
  },
  { q: 'where can i buy shampoo', must: [products(/\bshampoo\b/i)], may: [drugstores] },
  { q: 'wo ist eine Apotheke', must: [places('apotheek-de-vijzel')], may: [services('apotheek-de-vijzel.prik')] },
  { q: 'où est la boulangerie', must: [bakeries] },
];
