import { splitCompound } from '../language/compounds/split-compound.ts';
import { foldText } from '../language/fold.ts';
import { isDutchNoun } from '../language/synonyms/synonyms.ts';
import { placeKinds, wordsIn } from '../place-kinds/place-kinds.ts';
import { none, type SearchView, subjectKinds } from '../project/search-index/search-view.ts';

/** A word for a kind of place. */
interface KindWord {
  readonly folded: string;
  /** As people spell it, with its accents. */
  readonly written: string;
  readonly tags: Set<string>;
  /** Whose language it is: `nl` and `en` are what the kind is called there; others are of any. */
  readonly language: 'nl' | 'en' | undefined;
}

/** The lists mix the languages: Dutch is what is a Dutch noun, or made of them. */
const languageOf = (folded: string): 'nl' | undefined =>
  isDutchNoun(folded) || splitCompound(folded)?.complete === true ? 'nl' : undefined;

/** Words for kinds, in the order of the alphabet. */
const kindWords: readonly KindWord[] = (() => {
  const words = new Map<string, KindWord>();
  const add = (written: string, tag: string, language: KindWord['language']): void => {
    const folded = foldText(written);
    const word = words.get(folded) ?? { folded, written, tags: new Set(), language };
    word.tags.add(tag);
    words.set(folded, word);
  };
  for (const { tag, nl, en } of placeKinds) {
    add(nl, tag, 'nl');
    add(en, tag, 'en');
  }
  for (const { tag, words: others, searchWords } of placeKinds)
    for (const word of [...wordsIn(others), ...wordsIn(searchWords)]) add(word, tag, languageOf(foldText(word)));
  return [...words.values()].toSorted((one, other) => (one.folded < other.folded ? -1 : 1));
})();

/** The first word in the order of the alphabet that is not before `prefix`. */
const firstAtOrAfter = (prefix: string): number => {
  let low = 0;
  let high = kindWords.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kindWords[middle]?.folded ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placeKind = subjectKinds.indexOf('Place');

/** Kinds of the places that are here, by tag. */
const tagsHere = ({ locations, locationEnd, subjects, categories }: SearchView): ReadonlySet<string> => {
  const numbers = new Set<number>();
  for (let location = 0; location < locationEnd; location++) {
    const subject = locations.subject[location] ?? none;
    if (subject !== none && subjects.kind[subject] === placeKind) numbers.add(subjects.category[subject] ?? none);
  }
  return new Set([...numbers].flatMap((number) => categories[number] ?? []));
};

/** Words for kinds that some place here is of, those of a language first. */
export const kindsFrom = (view: SearchView, prefix: string, language: string, limit: number): readonly string[] => {
  const start = firstAtOrAfter(prefix);
  let end = start;
  while (kindWords[end]?.folded.startsWith(prefix) === true) end++;
  if (end === start) return [];
  const here = tagsHere(view);
  return kindWords
    .slice(start, end)
    .filter(({ tags }) => [...tags].some((tag) => here.has(tag)))
    .toSorted((one, other) => Number(other.language === language) - Number(one.language === language))
    .slice(0, limit)
    .map(({ written }) => written);
};
