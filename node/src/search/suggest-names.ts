import type { Thing } from '@openstraat/spec';
import { queryWords } from '../language/query-words.ts';
import { languageLimits } from '../language/limits.ts';
import { wordsOf } from '../language/words.ts';
import type { SeenThing } from '../project/library.ts';
import { availabilities, none, type SearchView, subjectKinds } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import { allowedBy } from './offer-fit.ts';
import { seenSubject } from './selection.ts';
import { postingsOf } from './text-search.ts';

const [productKind, placeKind] = subjectKinds.keys();

/** What may bear a name that goes on as was typed, best first. */
export interface Named {
  readonly places: readonly SeenThing[];
  readonly products: readonly SeenThing[];
}

const nobody: Named = { places: [], products: [] };

/** By number of `availabilities`: what a search shows where nothing else is asked. */
const isShown = availabilities.map((name) => allowedBy.default.includes(name));

/** Whether a search for a product would show it: not where all that was there is sold out. */
const isToBeHad = (view: SearchView, product: number): boolean => {
  let has = false;
  view.forOffersOf(product, (offer) => {
    has ||= isShown[view.offers.availability[offer] ?? none] === true;
  });
  return has;
};

/** Finds places and products by the words of what was typed, the last of which may go on; nobody where that would take long. */
export const findNamed = (view: SearchView, typed: string): Named => {
  if (typed.trim().length < searchRoomLimits.typedForNamesMin) return nobody;
  const words = queryWords(typed, view.vocabulary, { prefixLast: !typed.endsWith(' ') });
  if (words.length === 0 || postingsOf(words, view.vocabulary) > searchRoomLimits.suggestPostingsMax) return nobody;
  const { count, subjects, scores } = view.match(
    words.map(({ alternatives }) => ({ alternatives })),
    'text',
  );
  const best = (kind: number | undefined): readonly SeenThing[] =>
    Array.from({ length: count }, (_, at) => ({ subject: subjects[at] ?? none, score: scores[at] ?? 0 }))
      .filter(({ subject }) => view.subjects.kind[subject] === kind)
      .toSorted((one, other) => other.score - one.score || one.subject - other.subject)
      .filter(({ subject }) => kind !== productKind || isToBeHad(view, subject))
      .slice(0, searchRoomLimits.namesReadMax)
      .map(({ subject }) => seenSubject(view, subject));
  return { places: best(placeKind), products: best(productKind) };
};

const inLanguage = (text: string | Readonly<Record<string, string>>, language: string): string | undefined =>
  typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0]);

/** The brand of a product as it is spelled. */
export const brandOf = (thing: Thing | undefined, language: string): string | undefined => {
  const brand = thing !== undefined && 'brand' in thing ? thing.brand : undefined;
  return brand === undefined ? undefined : inLanguage(brand.name, language);
};

/** The name of a thing, if it has every word that was typed or goes on as one; undefined where it was found by something else. */
export const nameOf = (thing: Thing | undefined, typed: string, language: string): string | undefined => {
  if (thing === undefined || !('name' in thing) || thing.name === undefined) return undefined;
  const text = inLanguage(thing.name, language);
  if (text === undefined) return undefined;
  const inName = wordsOf(text, languageLimits.textWordsMax);
  const isThere = (start: string): boolean => inName.some((word) => word.text.startsWith(start));
  return wordsOf(typed, languageLimits.queryWordsReadMax).every((word) => isThere(word.text)) ? text : undefined;
};
