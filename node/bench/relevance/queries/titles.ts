import { type JudgedQuery, events, products } from '../judged-query.ts';

/** Books and games by their titles, and books by who wrote them. */
export const titles: readonly JudgedQuery[] = [
  {
    q: 'de otter gaat op reis',
    must: [products(/^De otter gaat op reis/)],
    first: [products(/^De otter gaat op reis/)],
  },
  { q: 'otter op reis', must: [products(/^De otter gaat op reis/)] },
  {
    q: 'Klaske Wilgenroos',
    must: [products(/Klaske Wilgenroos/), events('boekhandel-de-leeslamp.signeersessie-2027-01-23')],
  },
  { q: 'wilgenroos', must: [products(/Wilgenroos/), events('boekhandel-de-leeslamp.signeersessie-2027-01-23')] },
  {
    q: 'wandelen door de achterhoek',
    must: [products(/^Wandelen door de Achterhoek/)],
    may: [products(/de Achterhoek/)],
  },
  { q: 'moord aan de turfsingel', must: [products(/^Moord aan de Turfsingel/)], may: [products(/aan de Turfsingel/)] },
  { q: 'bordspel turfstekers', must: [products(/\bbordspel Turfstekers/)] },
  { q: 'handelaren van de ijssel', must: [products(/Handelaren van de IJssel/)] },
  { q: 'kwartet', must: [products(/\bKwartet\b/)] },
  { q: 'sleutel van de sluiswachter', must: [products(/^Sleutel van de sluiswachter/)] },
];
