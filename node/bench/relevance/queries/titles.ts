import { type JudgedQuery, events, products } from '../judged-query.ts';
import { bookshop, library } from '../shops.ts';

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
  // What bears a title is a book, though no title says so.
  { q: 'boek moord', must: [products(/^Moord /)], may: [bookshop, library] },
  { q: 'books moord', must: [products(/^Moord /)], may: [bookshop, library] },
  { q: 'boeken van Sluiswaard', must: [products(/ Sluiswaard$/)], may: [bookshop, library] },
  {
    q: 'boek van Jorrit Veenbes',
    must: [products(/ Jorrit Veenbes$/)],
    may: [bookshop, library, products(/ Veenbes$/)],
  },
  {
    q: 'boek over fietsen',
    must: [products(/^Fietsen /)],
    may: [bookshop, library],
    first: [products(/^Fietsen /)],
  },
  { q: 'livre Achterhoek', must: [products(/Achterhoek –/)], may: [bookshop, library] },
];
