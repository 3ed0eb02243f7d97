import { type JudgedQuery, events, places } from '../judged-query.ts';
import { concerts, museum, market } from '../shops.ts';

const yearEnd = events('theater-de-sluis.oudejaarsconference-2026-12-30');
const theatre = places('theater-de-sluis');

const iceCream = places('ijssalon-de-sneeuwuil');
const iceExhibition = events('museum-de-turfschuur.tentoonstelling-2026-12-05');

/** What is on. */
export const agenda: readonly JudgedQuery[] = [
  { q: 'kerstconcert', must: [events('theater-de-sluis.kerstconcert-2026-12-20')], may: [concerts] },
  { q: 'concerten', must: [concerts], may: [places('grote-kerk'), theatre] },
  { q: 'oudejaarsconference', must: [yearEnd], may: [theatre] },
  { q: 'cabaret', must: [yearEnd], may: [theatre] },
  { q: 'pubquiz', must: [events('cafe-de-sluiswachter.pubquiz-2027-05-21')], may: [places('cafe-de-sluiswachter')] },
  { q: 'pub quiz', must: [events('cafe-de-sluiswachter.pubquiz-2027-05-21')], may: [places('cafe-de-sluiswachter')] },
  { q: 'rondleiding', must: [events('museum-de-turfschuur.rondleiding-2027-01-10')], may: [museum] },
  {
    q: 'tentoonstelling',
    must: [events('museum-de-turfschuur.tentoonstelling-2026-12-05')],
    may: [museum, events('galerie-het-witte-vlak.opening-2027-03-05')],
  },
  { q: 'schaatsbaan', must: [events('weekmarkt.wintermarkt-2026-12-17')] },
  { q: 'wintermarkt', must: [events('weekmarkt.wintermarkt-2026-12-17')] },
  { q: 'molendag', must: [events('molen-de-rietmuis.molendag-2027-05-08')], may: [places('molen-de-rietmuis')] },
  { q: 'jeugdtheater', must: [events('theater-de-sluis.jeugdtheater-2027-06-12')], may: [theatre] },
  {
    q: 'taalcafe',
    must: [events('bibliotheek-waterveen.taalcafe-2027-02-09')],
    may: [places('bibliotheek-waterveen')],
  },
  { q: 'stomme film', must: [events('filmhuis-de-spoel.stomme-film-2027-02-19')], may: [places('filmhuis-de-spoel')] },
  {
    q: 'kerst',
    with: { type: 'event' },
    must: [events('theater-de-sluis.kerstconcert-2026-12-20')],
    may: [yearEnd, events('weekmarkt.wintermarkt-2026-12-17')],
  },
  { q: 'vrijmarkt', must: [events('weekmarkt.koningsmarkt-2027-04-27')], may: [places('weekmarkt')] },
  // Behind the colon stands what it is about: it is no ice.
  {
    q: 'ijs',
    must: [iceCream],
    may: [events('ijssalon-de-sneeuwuil.smaak-2027-07-10'), iceExhibition],
    first: [iceCream],
  },
  {
    q: 'ice cream',
    must: [iceCream],
    may: [events('ijssalon-de-sneeuwuil.smaak-2027-07-10'), iceExhibition],
    first: [iceCream],
  },
  { q: 'ijs op de vaart', must: [iceExhibition], first: [iceExhibition] },
  {
    q: 'grafiek van het lage land',
    must: [events('galerie-het-witte-vlak.opening-2027-03-05')],
    may: [places('galerie-het-witte-vlak')],
  },
  {
    q: 'broodrooster',
    must: [events('reparatiecafe-waterveen.reparatieochtend-2027-02-13')],
    may: [places('elektro-de-stekker')],
  },
  { q: 'christmas market', must: [events('weekmarkt.wintermarkt-2026-12-17')], may: [market] },
  { q: 'kerstmarkt', must: [events('weekmarkt.wintermarkt-2026-12-17')], may: [market] },
  { q: 'Weihnachtsmarkt', must: [events('weekmarkt.wintermarkt-2026-12-17')], may: [market] },
  // Nothing is looked for, and nothing comes that has the words by chance.
  { q: 'wat is er te doen dit weekend', must: [], never: [places('wasserette-de-trommel')] },
  { q: 'wat te doen vandaag', must: [], never: [places('wasserette-de-trommel')] },
  { q: 'things to do this weekend', must: [] },
];
