import { type JudgedQuery, places, products, services, productsWith } from '../judged-query.ts';
import { bicycleShops, clothesShop, library, secondHandShop } from '../shops.ts';

const puncture = services('rijwielhuis-zadelberg.lekke-band');
const bicycleRepair = services('fietsenmakerij-de-ketting.fietsreparatie');
const upkeep = services('rijwielhuis-zadelberg.onderhoudsbeurt');
const repairCafe = places('reparatiecafe-waterveen');
const keys = services('sleutelpost-brugstraat.sleutels-bijmaken');
const keyShop = places('sleutelpost-brugstraat');
const tailor = places('kleermakerij-de-naald');
const photo = services('fotostudio-het-vogeltje.pasfoto');
const photoShop = places('fotostudio-het-vogeltje');

const phoneHelp = places('telefoonhulp-waterveen');
const apparatus = services('reparatiecafe-waterveen.apparaat');
const phoneServices = [
  services('telefoonhulp-waterveen.scherm', 'telefoonhulp-waterveen.batterij-telefoon'),
  repairCafe,
  apparatus,
];
const optician = places('optiek-de-heldere-blik');
const passport = services('gemeentehuis-waterveen.paspoort');
const townHall = places('gemeentehuis-waterveen');
const recycling = places('milieustraat-waterveen');

/** Having something done. */
export const serviceQueries: readonly JudgedQuery[] = [
  { q: 'fietsreparatie', must: [bicycleRepair], may: [bicycleShops, puncture, upkeep, repairCafe] },
  {
    q: 'fiets repareren',
    must: [bicycleRepair],
    may: [bicycleShops, puncture, upkeep, repairCafe, services('reparatiecafe-waterveen.apparaat')],
  },
  { q: 'lekke band', must: [puncture], may: [bicycleShops, products(/bandenplakset|bandenlichters|binnenband/)] },
  { q: 'band plakken', must: [puncture], may: [bicycleShops, products(/bandenplakset/)] },
  { q: 'onderhoudsbeurt', must: [upkeep], may: [bicycleShops] },
  { q: 'sleutel bijmaken', must: [keys], may: [keyShop] },
  { q: 'sleutels bijmaken', must: [keys], may: [keyShop], first: [keys, keyShop] },
  { q: 'broek korter maken', must: [services('kleermakerij-de-naald.broek-inkorten')], may: [tailor] },
  { q: 'broek inkorten', must: [services('kleermakerij-de-naald.broek-inkorten')], may: [tailor] },
  { q: 'rits vervangen', must: [services('kleermakerij-de-naald.rits')], may: [tailor] },
  { q: "pasfoto's", must: [photo], may: [photoShop] },
  { q: 'pasfoto', must: [photo], may: [photoShop] },
  { q: 'telefoonscherm', must: [services('telefoonhulp-waterveen.scherm')], may: [places('telefoonhulp-waterveen')] },
  {
    q: 'telefoon repareren',
    must: [places('telefoonhulp-waterveen')],
    may: [
      services(
        'telefoonhulp-waterveen.scherm',
        'telefoonhulp-waterveen.batterij-telefoon',
        'reparatiecafe-waterveen.apparaat',
      ),
    ],
  },
  {
    q: 'horlogebatterij',
    must: [services('juwelier-het-uurwerk.horlogebatterij')],
    may: [places('juwelier-het-uurwerk')],
  },
  {
    q: 'horloge batterij vervangen',
    must: [services('juwelier-het-uurwerk.horlogebatterij')],
    may: [places('juwelier-het-uurwerk')],
  },
  {
    q: 'knippen kind',
    must: [services('kapsalon-de-kuif.knippen-kind')],
    may: [services('kapsalon-de-kuif.knippen'), places('kapsalon-de-kuif')],
  },
  { q: 'pak stomen', must: [services('stomerij-de-vouw.pak-stomen')], may: [places('stomerij-de-vouw')] },
  { q: 'oogmeting', must: [services('optiek-de-heldere-blik.oogmeting')], may: [places('optiek-de-heldere-blik')] },
  {
    q: 'paspoort',
    must: [services('gemeentehuis-waterveen.paspoort')],
    may: [photo, places('gemeentehuis-waterveen')],
  },
  {
    q: 'nieuw rijbewijs',
    must: [services('gemeentehuis-waterveen.rijbewijs')],
    may: [photo, places('gemeentehuis-waterveen')],
  },
  { q: 'hout zagen', must: [services('ijzerhandel-spijkerman.zagen')], may: [products(/handzaag hout|zaagwerk/i)] },
  {
    q: 'verf mengen',
    must: [services('verfwinkel-kwast-en-kleur.verf-mengen')],
    may: [places('verfwinkel-kwast-en-kleur')],
  },
  { q: 'vaccinatie', must: [services('apotheek-de-vijzel.prik')], may: [places('apotheek-de-vijzel')] },
  {
    q: 'kleding repareren',
    must: [tailor, repairCafe],
    may: [clothesShop, services('kleermakerij-de-naald.rits', 'kleermakerij-de-naald.broek-inkorten')],
  },
  { q: 'telefoon kapot', must: [phoneHelp], may: phoneServices, never: [products(/koptelefoon/i)] },
  { q: 'phone repair', must: [phoneHelp], may: phoneServices },
  { q: 'telefoon laten maken', must: [phoneHelp], may: phoneServices, never: [products(/koptelefoon/i)] },
  { q: 'fiets laten maken', must: [bicycleRepair], may: [bicycleShops, puncture, upkeep, repairCafe, apparatus] },
  {
    q: 'fix my bike',
    must: [bicycleRepair],
    may: [bicycleShops, puncture, upkeep, repairCafe, apparatus],
    never: [productsWith({ category: /^1026$/ })],
  },
  { q: 'pasfoto laten maken', must: [photo], may: [photoShop] },
  {
    q: 'bril laten maken',
    must: [optician],
    may: [products(/leesbril/i), services('optiek-de-heldere-blik.oogmeting')],
  },
  {
    q: 'broek laten maken',
    must: [tailor],
    may: [services('kleermakerij-de-naald.broek-inkorten', 'kleermakerij-de-naald.rits'), repairCafe],
  },
  { q: 'schoenen laten maken', must: [keyShop], may: [services('sleutelpost-brugstraat.hakken')] },
  { q: 'paspoort verlengen', must: [passport], may: [townHall, photo] },
  { q: 'paspoort vernieuwen', must: [passport], may: [townHall, photo] },
  { q: 'rijbewijs vernieuwen', must: [services('gemeentehuis-waterveen.rijbewijs')], may: [townHall, photo] },
  { q: 'renew passport', must: [passport], may: [townHall, photo] },
  { q: 'Reisepass', must: [passport], may: [townHall, photo, photoShop] },
  { q: 'vuilnis', must: [recycling], never: [products(/speelgoed/i)] },
  { q: 'oude televisie inleveren', must: [recycling], may: [secondHandShop], never: [products(/televisie/i)] },
  { q: 'lege batterijen inleveren', must: [recycling], never: [products(/batterijen/i)] },
  { q: 'oud papier', must: [recycling], never: [products(/papier/i)] },
  { q: 'boek inleveren', must: [library], may: [recycling, secondHandShop], first: [library] },
];
