import { type JudgedQuery, events, places, products, services } from '../judged-query.ts';
import {
  bakeries,
  bicyclePumps,
  bicycleShops,
  concerts,
  departmentStore,
  drugstores,
  museum,
  supermarket,
} from '../shops.ts';

const filmHouse = places('filmhuis-de-spoel');
const silentFilm = events('filmhuis-de-spoel.stomme-film-2027-02-19');
const pharmacy = places('apotheek-de-vijzel');
const shot = services('apotheek-de-vijzel.prik');

const breads = products(/brood\b/i, { notName: /(boek|Eenvoudig)/ });

/** A thing or a place, and when: a day says nothing of what is looked for, `open nu` asks for what is open. */
export const whenWords: readonly JudgedQuery[] = [
  { q: 'drogist open nu', must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'nu open bakker', must: [bakeries] },
  { q: 'fietspomp open nu', must: [bicyclePumps], may: [bicycleShops, departmentStore] },
  { q: 'bakker open zondag', must: [bakeries] },
  { q: 'museum zondag open', must: [museum], may: [products(/toegangskaart museum/i)] },
  { q: 'welke drogist is open op zondag', must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'film vanavond', must: [filmHouse], may: [silentFilm] },
  { q: 'film morgen', must: [filmHouse], may: [silentFilm] },
  { q: 'concert vanavond', must: [concerts], may: [places('grote-kerk', 'theater-de-sluis')] },
  { q: 'pharmacy open now', must: [pharmacy], may: [shot, drugstores] },
  { q: 'bakery open on sunday', must: [bakeries] },
  { q: 'Apotheke jetzt geöffnet', must: [pharmacy], may: [shot, drugstores] },
  { q: 'boulangerie ouverte dimanche', must: [bakeries] },
  { q: 'waar kan ik nu nog brood kopen', must: [breads], may: [bakeries, products(/brood –/), products(/broodje/i)] },
  { q: 'nu brood', must: [breads], may: [bakeries, products(/brood –/), products(/broodje/i)] },
  { q: 'brood nu', must: [breads], may: [bakeries, products(/brood –/), products(/broodje/i)] },
  { q: 'welke drogist is nu nog open', must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'nu een fietspomp', must: [bicyclePumps], may: [bicycleShops, departmentStore] },
  { q: 'hamer nu nodig', must: [products(/\b(klauw)?hamer\b/i)], may: [places('ijzerhandel-spijkerman')] },
];
