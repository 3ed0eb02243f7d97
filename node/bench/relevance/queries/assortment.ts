import { type JudgedQuery, events, places, products, services } from '../judged-query.ts';
import {
  bakeries,
  bicycleShops,
  gardenCentre,
  hardwareStore,
  library,
  market,
  paintShop,
  petShop,
  secondHandShop,
  sportsShop,
  electronicsShop,
  supermarket,
  allBooks,
  bookshop,
} from '../shops.ts';

const butcher = places('slagerij-de-vette-os');
const fishmonger = places('vishandel-de-bun');
const greengrocer = places('groentewinkel-de-kruisbes');
const iceCream = places('ijssalon-de-sneeuwuil');
const phoneHelp = places('telefoonhulp-waterveen');
const phoneServices = services('telefoonhulp-waterveen.scherm', 'telefoonhulp-waterveen.batterij-telefoon');

/** What nobody lists: shops say that they carry it, or one knows by what they are. */
export const assortment: readonly JudgedQuery[] = [
  { q: 'bloemen', must: [places('bloemen-de-vaas')], may: [market, gardenCentre, products(/bloemen|bloembollen/i)] },
  {
    q: 'bloemen Waterveen',
    nowhere: true,
    must: [products(/wilde bloemen/), places('bloemen-de-vaas')],
    may: [market, gardenCentre, products(/bloemen|bloembollen/i)],
  },
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
  { q: 'kinderboek', must: [places('boekhandel-de-leeslamp')], may: [products(/boekje/i), library] },
  { q: 'sportschoenen', must: [places('schoenen-de-leest')], may: [products(/turnschoen/i), sportsShop] },
  {
    q: 'taart',
    must: [products(/^(appel)?taart|vlaai/i)],
    may: [bakeries, places('koffiehuis-de-bonenmolen'), products(/bakt een taart/)],
    first: [bakeries, places('koffiehuis-de-bonenmolen'), products(/^(appel)?taart|vlaai/i)],
  },
  // What such shops have as a rule: a text that mentions it is no answer.
  { q: 'kip', must: [butcher], may: [supermarket], never: [products(/brokken/)] },
  { q: 'gehakt', must: [butcher], may: [supermarket] },
  { q: 'kippenbouten', must: [], may: [butcher], never: [products(/brokken/)] },
  { q: 'zalm', must: [fishmonger], may: [supermarket, market], never: [products(/brokken/)] },
  { q: 'garnalen', must: [fishmonger], may: [supermarket, market] },
  { q: 'bananen', must: [greengrocer], may: [supermarket, market] },
  { q: 'eieren', must: [supermarket], may: [market, greengrocer], never: [iceCream], first: [supermarket] },
  { q: 'ei', must: [supermarket], may: [market, greengrocer], never: [iceCream], first: [supermarket] },
  { q: 'vaatwasser', must: [electronicsShop] },
  { q: 'prentenboek', must: [bookshop], may: [library, allBooks, products(/boekje/i)] },
  { q: 'stripboeken', must: [bookshop], may: [library, allBooks, products(/boekje/i)] },
  {
    q: 'telefoon',
    must: [phoneHelp],
    may: [phoneServices, products(/telefoonhoesje/i), electronicsShop],
    never: [products(/koptelefoon/i)],
  },
  { q: 'smartphones', must: [phoneHelp], may: [phoneServices, electronicsShop], never: [products(/koptelefoon/i)] },
];
