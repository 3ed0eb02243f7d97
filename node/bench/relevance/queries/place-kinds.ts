import { type JudgedQuery, events, places, products, services } from '../judged-query.ts';
import {
  bakeries,
  bicycleShops,
  bookshop,
  cheeseShop,
  clothesShop,
  departmentStore,
  drugstores,
  electronicsShop,
  gardenCentre,
  hardwareStore,
  kitchenShop,
  library,
  museum,
  paintShop,
  petShop,
  secondHandShop,
  shoeShop,
  sportsShop,
  supermarket,
  toyShop,
} from '../shops.ts';

const cuts = services('kapsalon-de-kuif.knippen', 'kapsalon-de-kuif.knippen-kind');
const repairs = services(
  'fietsenmakerij-de-ketting.fietsreparatie',
  'rijwielhuis-zadelberg.lekke-band',
  'rijwielhuis-zadelberg.onderhoudsbeurt',
);
const cafe = places('cafe-de-sluiswachter');
const coffeeHouse = places('koffiehuis-de-bonenmolen');
const museumEvents = events(
  'museum-de-turfschuur.tentoonstelling-2026-12-05',
  'museum-de-turfschuur.rondleiding-2027-01-10',
  'museum-de-turfschuur.museumnacht-2027-11-06',
);

const restaurant = places('restaurant-het-rietland');
const eateries = [
  places('cafe-de-sluiswachter', 'snackbar-de-gouden-punt', 'koffiehuis-de-bonenmolen', 'hotel-de-veerman'),
];

/** Kinds of shop, as people call them. */
export const placeKinds: readonly JudgedQuery[] = [
  { q: 'drogist', must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'drogisterij', must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'fietsenmaker', must: [bicycleShops], may: [repairs] },
  { q: 'fietsenwinkel', must: [bicycleShops], may: [repairs] },
  { q: 'bakker', must: [bakeries] },
  { q: 'slager', must: [places('slagerij-de-vette-os')] },
  { q: 'apotheek', must: [places('apotheek-de-vijzel')], may: [services('apotheek-de-vijzel.prik')] },
  { q: 'kapper', must: [places('kapsalon-de-kuif')], may: [cuts] },
  { q: 'supermarkt', must: [supermarket] },
  { q: 'boekwinkel', must: [bookshop], may: [places('kantoorboekhandel-de-vulpen')] },
  {
    q: 'boekhandel',
    must: [bookshop],
    may: [places('kantoorboekhandel-de-vulpen'), events('boekhandel-de-leeslamp.signeersessie-2027-01-23')],
  },
  { q: 'kledingwinkel', must: [clothesShop], may: [secondHandShop] },
  { q: 'speelgoedwinkel', must: [toyShop], may: [departmentStore] },
  { q: 'bouwmarkt', must: [hardwareStore], may: [paintShop] },
  { q: 'dierenwinkel', must: [petShop] },
  { q: 'bloemenwinkel', must: [places('bloemen-de-vaas')], may: [places('weekmarkt'), gardenCentre] },
  { q: 'brillenwinkel', must: [places('optiek-de-heldere-blik')], may: [services('optiek-de-heldere-blik.oogmeting')] },
  { q: 'slijterij', must: [places('wijnhandel-de-kurk')] },
  { q: 'kringloop', must: [secondHandShop] },
  { q: 'tweedehandswinkel', must: [secondHandShop] },
  { q: 'museum', must: [museum], may: [museumEvents, products(/toegangskaart museum/i)] },
  { q: 'restaurant', must: [places('restaurant-het-rietland')], may: [places('snackbar-de-gouden-punt')] },
  { q: 'snackbar', must: [places('snackbar-de-gouden-punt')] },
  { q: 'ijssalon', must: [places('ijssalon-de-sneeuwuil')], may: [events('ijssalon-de-sneeuwuil.smaak-2027-07-10')] },
  { q: 'hotels', must: [places('hotel-de-veerman')] },
  {
    q: 'tankstation',
    must: [places('tankstation-veenweg')],
    may: [{ type: 'parcel-point', keys: ['tankstation-veenweg'] }],
  },
  { q: 'bioscoop', must: [places('filmhuis-de-spoel')], may: [events('filmhuis-de-spoel.stomme-film-2027-02-19')] },
  {
    q: 'theater',
    must: [places('theater-de-sluis')],
    may: [
      events(
        'theater-de-sluis.kerstconcert-2026-12-20',
        'theater-de-sluis.oudejaarsconference-2026-12-30',
        'theater-de-sluis.jeugdtheater-2027-06-12',
      ),
      products(/theater/),
    ],
  },
  { q: 'tandarts', must: [places('tandarts-aan-de-singel')] },
  { q: 'garage', must: [places('autobedrijf-de-zuiger')] },
  { q: 'wasserette', must: [places('wasserette-de-trommel')], may: [services('wasserette-de-trommel.wassen')] },
  { q: 'schoenmaker', must: [places('sleutelpost-brugstraat')], may: [services('sleutelpost-brugstraat.hakken')] },
  {
    q: 'kleermaker',
    must: [places('kleermakerij-de-naald')],
    may: [services('kleermakerij-de-naald.broek-inkorten', 'kleermakerij-de-naald.rits')],
  },
  {
    q: 'gemeentehuis',
    must: [places('gemeentehuis-waterveen')],
    may: [
      services(
        'gemeentehuis-waterveen.paspoort',
        'gemeentehuis-waterveen.rijbewijs',
        'gemeentehuis-waterveen.verhuizing',
      ),
    ],
  },
  { q: 'vvv', must: [places('bezoekerspunt-waterveen')] },
  {
    q: 'postkantoor',
    must: [places('postpunt-stationsweg')],
    may: [
      { type: 'parcel-point', keys: ['postpunt-stationsweg', 'kantoorboekhandel-de-vulpen'] },
      places('kantoorboekhandel-de-vulpen'),
    ],
  },
  { q: 'viswinkel', must: [places('vishandel-de-bun')], may: [places('weekmarkt')] },
  { q: 'groenteboer', must: [places('groentewinkel-de-kruisbes')], may: [places('weekmarkt')] },
  { q: 'juwelier', must: [places('juwelier-het-uurwerk')], may: [services('juwelier-het-uurwerk.horlogebatterij')] },
  { q: 'sportwinkel', must: [sportsShop] },
  { q: 'schoenenwinkel', must: [shoeShop], may: [places('sleutelpost-brugstraat')] },
  { q: 'kookwinkel', must: [kitchenShop] },
  { q: 'verfwinkel', must: [paintShop], may: [services('verfwinkel-kwast-en-kleur.verf-mengen')] },
  { q: 'elektronicawinkel', must: [electronicsShop], may: [places('computerhoek-de-muis', 'telefoonhulp-waterveen')] },
  {
    q: 'bibliotheek',
    must: [library],
    may: [events('bibliotheek-waterveen.voorleesochtend-2027-01-27', 'bibliotheek-waterveen.taalcafe-2027-02-09')],
  },
  {
    q: 'kerk',
    must: [places('grote-kerk')],
    may: [events('grote-kerk.nieuwjaarsorgel-2027-01-01', 'grote-kerk.torenklim-2027-09-11')],
  },
  { q: 'de dubbele drop', must: [drugstores], first: [drugstores] },
  { q: 'vier winden', must: [departmentStore], first: [departmentStore] },
  { q: 'sluiswachter café', must: [cafe], first: [cafe] },
  {
    with: { kind: 'fietsenmaker' },
    must: [bicycleShops],
    may: [
      repairs,
      services('fietsenmakerij-de-ketting.accutest'),
      events('rijwielhuis-zadelberg.fietsencheck-2027-03-20'),
    ],
  },
  { with: { kind: 'shop=chemist' }, must: [drugstores] },
  {
    with: { kind: 'amenity=cafe' },
    must: [cafe, coffeeHouse],
    may: [events('cafe-de-sluiswachter.pubquiz-2027-05-21')],
  },
  { q: 'koffie', with: { kind: 'café' }, must: [coffeeHouse, cafe] },
  { with: { kind: 'shop=cheese', type: 'place' }, must: [cheeseShop] },
  { q: 'uit eten', must: [restaurant], may: eateries, never: [products(/augurken/i)] },
  { q: 'uit eten gaan', must: [restaurant], may: eateries, never: [products(/augurken/i)] },
  { q: 'ergens uit eten vanavond', must: [restaurant], may: eateries, never: [products(/augurken/i)] },
];
