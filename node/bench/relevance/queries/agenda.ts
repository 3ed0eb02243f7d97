import { type JudgedQuery, events, places } from '../judged-query.ts';
import { concerts, museum } from '../shops.ts';

const yearEnd = events('theater-de-sluis.oudejaarsconference-2026-12-30');
const theatre = places('theater-de-sluis');

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
];
