import { type JudgedQuery, events, places, products, services } from '../judged-query.ts';
import { bicycleShops, gardenCentre, hardwareStore, market, paintShop, petShop, secondHandShop } from '../shops.ts';

/** What nobody lists: shops say that they carry it, or one knows by what they are. */
export const assortment: readonly JudgedQuery[] = [
  { q: 'bloemen', must: [places('bloemen-de-vaas')], may: [market, gardenCentre, products(/bloemen|bloembollen/i)] },
  { q: 'boeket', must: [places('bloemen-de-vaas')] },
  { q: 'kamerplanten', must: [places('bloemen-de-vaas')], may: [gardenCentre] },
  { q: 'wijn', must: [places('wijnhandel-de-kurk')] },
  { q: 'jenever', must: [places('wijnhandel-de-kurk')] },
  { q: 'vis', must: [places('vishandel-de-bun')], may: [market, places('restaurant-het-rietland')] },
  { q: 'haring', must: [places('vishandel-de-bun')] },
  { q: 'kibbeling', must: [places('vishandel-de-bun')] },
  { q: 'brillen', must: [places('optiek-de-heldere-blik')], may: [products(/(lees|veiligheids)bril/i)] },
  { q: 'horloge', must: [places('juwelier-het-uurwerk')], may: [services('juwelier-het-uurwerk.horlogebatterij')] },
  {
    q: 'gitaar',
    must: [places('muziekwinkel-de-stemvork')],
    may: [services('muziekwinkel-de-stemvork.snaren'), events('muziekwinkel-de-stemvork.open-podium-2027-06-18')],
  },
  { q: 'laarzen', must: [places('schoenen-de-leest')] },
  { q: 'sloffen', must: [places('schoenen-de-leest')] },
  {
    q: 'schoenen',
    must: [places('schoenen-de-leest')],
    may: [products(/turnschoen/i), services('sleutelpost-brugstraat.hakken'), places('sleutelpost-brugstraat')],
  },
  { q: 'bitterballen', must: [places('cafe-de-sluiswachter')] },
  { q: 'friet', must: [places('snackbar-de-gouden-punt')] },
  { q: 'behang', must: [paintShop] },
  { q: 'worst', must: [places('slagerij-de-vette-os')] },
  { q: 'vlees', must: [places('slagerij-de-vette-os')] },
  {
    q: 'groente',
    must: [places('groentewinkel-de-kruisbes')],
    may: [market, places('supermarkt-de-korf'), products(/groente/)],
  },
  { q: 'postzegels', must: [places('postpunt-stationsweg')] },
  { q: 'tijdschriften', must: [places('boekhandel-de-leeslamp')] },
  { q: 'laadpaal', must: [places('tankstation-veenweg')] },
  { q: 'kaarsen', must: [places('cadeauwinkel-de-strik')] },
  { q: 'knopen', must: [places('stoffen-het-garenklosje')] },
  { q: 'fitness', must: [places('sportschool-de-halter')] },
  { q: 'printer', must: [places('computerhoek-de-muis')], may: [products(/printerinkt/i)] },
  { q: 'meubels', must: [secondHandShop, places('woonhuis-het-kabinet')] },
  { q: 'grofvuil', must: [places('milieustraat-waterveen')] },
  { q: 'hondenvoer', must: [products(/hondenbrokken/i)], may: [petShop] },
  { q: 'gereedschap', must: [hardwareStore], may: [gardenCentre, products(/gereedschapskist/i)] },
  {
    q: 'tweedehands fiets',
    must: [places('fietsenmakerij-de-ketting'), products(/^fiets,/i)],
    may: [bicycleShops, secondHandShop],
  },
];
