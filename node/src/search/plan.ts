import { foldText } from '../language/fold.ts';
import type { QueryWord } from '../language/language.ts';
import { isPartOfKind } from '../language/place-kind-terms.ts';
import { queryWords } from '../language/query-words.ts';
import { isStopWord } from '../language/stop-words.ts';
import { Fault } from '../model/fault.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { asksForThing } from './asks-for-thing.ts';
import { createCategoryFilter, FoldedNames } from './category-filter.ts';
import type { Plan } from './search-plan.ts';
import { tagsNamedBy, tagsOfKind } from './kind-filter.ts';
import { searchRoomLimits } from './limits.ts';
import type { Locate } from './locate.ts';
import { type NamedPlaces, nameReadings, placesCalled } from './named-places.ts';
import { placeInQuery } from './place-in-query.ts';
import type { Question } from './question.ts';
import type { Selection } from './selection.ts';
import { isInName, isNamed, textFigures } from './text-search.ts';
import { tieSeed } from './tie.ts';

/** What stands behind the last `>` of a path of categories: the narrowest. */
const narrowest = (category: string): string => category.slice(category.lastIndexOf('>') + 1).trim();

const brandThenCategory = (brand: string | undefined, category: string | undefined): readonly string[] =>
  [brand, category === undefined ? undefined : narrowest(category)].filter((text) => text !== undefined);

/** Brands and categories that a place may carry where nobody lists the product itself, in words. */
const carriedTexts = (view: SearchView, { gtin, parameters, words }: Question): readonly string[] => {
  if (gtin === undefined) {
    const filters = brandThenCategory(parameters.brand, parameters.category);
    return filters.length > 0 || words === undefined ? filters : [words];
  }
  const [product] = view.productsByGtin(gtin);
  if (product === undefined) return [];
  const { brand, category } = view.subjects;
  return brandThenCategory(view.brands[brand[product] ?? -1], view.categories[category[product] ?? -1]);
};

const isWordItself = ({ alternatives }: QueryWord, view: SearchView): boolean =>
  alternatives.some(
    ({ by, terms }) =>
      (by === 'word' || by === 'stem') && terms.every((term) => view.vocabulary.subjectsWith(term) > 0),
  );

/**
 * A typing error of a word that something is called by: what is only mentioned somewhere is not what was meant.
 * Such a word stays as it was typed, and nobody has it.
 */
const withoutMention = (view: SearchView, word: QueryWord): QueryWord => {
  if (word.correctedTo === undefined) return word;
  // A church is found by a part of `place of worship`, and not called so.
  const namedMin = isPartOfKind(word.correctedTo) ? textFigures.strongMin : textFigures.namedMin;
  if (isNamed(view, [word], namedMin)) return word;
  const { correctedTo: _, ...typed } = word;
  return { ...typed, alternatives: [{ terms: [word.word], weight: 1, by: 'word' }] };
};

const correctedOf = (view: SearchView, words: readonly QueryWord[]): readonly QueryWord[] =>
  words.some(({ correctedTo }) => correctedTo !== undefined) ? words.map((word) => withoutMention(view, word)) : words;

/** Whether a word is whole, though nobody here may have written it: one that a list knows, or has another word for. */
const isWhole = (word: QueryWord, view: SearchView): boolean =>
  isWordItself(word, view) || word.isKnown === true || word.alternatives.some(({ by }) => by === 'synonym');

/** The words of a text; the last is taken for the beginning of one only where it is no whole word. */
const wordsOf = (view: SearchView, text: string): readonly QueryWord[] => {
  const words = queryWords(text, view.vocabulary, { prefixLast: false });
  const last = words.at(-1);
  const mayGoOn =
    last !== undefined && last.word.length >= searchRoomLimits.prefixCharactersMin && !isWhole(last, view);
  return correctedOf(view, mayGoOn ? queryWords(text, view.vocabulary, { prefixLast: true }) : words);
};

type WordReader = (text: string) => readonly QueryWord[];

/** Reads texts as words, each text once. */
const createWordReader = (view: SearchView): WordReader => {
  const read = new Map<string, readonly QueryWord[]>();
  return (text) => {
    const words = read.get(text) ?? wordsOf(view, text);
    read.set(text, words);
    return words;
  };
};

const namesKind = ({ categories }: SearchView, { words }: Question): boolean => {
  const tags = words === undefined ? undefined : tagsNamedBy(words);
  return tags !== undefined && tags.size > 0 && categories.some((category) => tags.has(category));
};

/** What was the name of a place on the first page is one on all. */
const withPlacesNamed = (view: SearchView, question: Question, read: WordReader): Question => {
  const { words = '', cursor: { placeReading: reading } = {} } = question;
  const named = reading === undefined ? undefined : nameReadings(words)[reading];
  if (reading === undefined || named === undefined) return question;
  // Things may be called by it since.
  const subjects = placesCalled(view, read(named.name), { isSurely: true });
  return { ...question, words: named.words, places: { name: named.name, reading, subjects } };
};

/** Turns questions into plans for an index: words into terms, filters into the numbers of that index. */
export const createPlanner = (locate: Locate, origin: string): ((view: SearchView, question: Question) => Plan) => {
  const categoryFilter = createCategoryFilter();
  const brandNames = new FoldedNames(foldText);
  const kindNames = new FoldedNames((name) => name);

  const selectionOf = (view: SearchView, { parameters: { brand, category, kind } }: Question): Selection => {
    const tags = kind === undefined ? undefined : tagsOfKind(kind);
    const brandKey = brand === undefined ? undefined : foldText(brand).trim();
    return {
      ...(brandKey === undefined ? {} : { brands: brandNames.select(view.brands, (name) => name === brandKey) }),
      ...(category === undefined ? {} : { categories: categoryFilter(view, category) }),
      ...(tags === undefined ? {} : { kinds: kindNames.select(view.categories, (name) => tags.has(name)) }),
    };
  };

  /** A town among the words is where to search, unless something has all the words. */
  const withPlaceFound = (view: SearchView, question: Question, read: WordReader): Question => {
    const { words, cursor, atMs, where } = question;
    if (words === undefined || !/\S\s+\S/.test(words)) return question;
    const found = placeInQuery(words, locate);
    if (found === undefined) return question;
    // What was a town on the first page is one on all.
    const isPlaceNamed = cursor?.named ?? !asksForThing(view, read(words), read(found.words), found.where);
    if (!isPlaceNamed) return question;
    // Who says where they are is asked nothing more: the town is then only a word that no product has.
    if (where !== undefined) return { ...question, words: found.words, isPlaceNamed };
    const [latitude, longitude] = cursor?.point ?? [found.where.point.latitude, found.where.point.longitude];
    const point = { latitude, longitude };
    return {
      ...question,
      words: found.words,
      isPlaceNamed,
      where: { ...found.where, point },
      seed: cursor?.seed ?? tieSeed(atMs, point, origin),
    };
  };

  const withoutTown = (text: string): string => placeInQuery(text, locate)?.words ?? text;

  /** A day among the words says when, unless something has it in its name: `café zondag`. A town beside them is none of them. */
  const withDaysRead = (view: SearchView, question: Question, read: WordReader): Question => {
    const { withDays, words = '', cursor } = question;
    if (withDays === undefined) return question;
    const areDaysNamed =
      cursor?.daysNamed ?? isInName(view, read(withoutTown(withDays.words)), read(withoutTown(words)));
    return areDaysNamed ? { ...question, ...withDays, dayWords: [], areDaysNamed } : question;
  };

  const planOf = (view: SearchView, question: Question, read: WordReader): Plan => {
    const atPlaces = (words: string, places: NamedPlaces): Plan => planOf(view, { ...question, words, places }, read);
    return {
      view,
      question,
      selection: selectionOf(view, question),
      words: question.words === undefined ? undefined : read(question.words),
      carriedWords: () =>
        carriedTexts(view, question)
          .map(read)
          .filter((words) => words.length > 0),
      namesKind: namesKind(view, question),
      *atNamedPlaces() {
        const { words = '', places } = question;
        for (const [reading, named] of places === undefined ? nameReadings(words).entries() : []) {
          if (read(named.words).every(({ word }) => isStopWord(word))) continue;
          const subjects = placesCalled(view, read(named.name), named);
          if (subjects.size > 0) yield atPlaces(named.words, { name: named.name, reading, subjects });
        }
      },
      brandWords(product) {
        const brand = view.brands[view.subjects.brand[product] ?? -1];
        return brand === undefined ? [] : read(brand);
      },
    };
  };

  return (view, asked) => {
    const read = createWordReader(view);
    const question = withPlaceFound(view, withDaysRead(view, asked, read), read);
    if (question.where === undefined && question.parameters.radius !== undefined)
      throw new Fault('bad-request', '`radius` needs a place: give `near`, or `lat` and `lon`.');
    return planOf(view, withPlacesNamed(view, question, read), read);
  };
};
