import { createAbsenceReader } from './absence.ts';
import { splitCompound } from './compounds/split-compound.ts';
import { type IndexTerm, type StemLanguage, stemLanguages, stemMark, withoutMark } from './language.ts';
import { isShopWord } from './compounds/nouns.ts';
import { isDescribing } from './describing-words.ts';
import { languageLimits } from './limits.ts';
import { remember } from './remember.ts';
import { stem } from './stems/stem.ts';
import { isStopWord, opensAside } from './stop-words.ts';
import { isDutchNoun } from './synonyms/synonyms.ts';
import { indexWeights } from './weights.ts';
import { type Word, wordsOf } from './words.ts';

const compoundTerms = (word: string): IndexTerm[] => {
  const compound = splitCompound(word);
  if (compound === undefined) return [];
  const { parts, complete, head } = compound;
  return [
    // `kattenvoer` is also found as `katvoer`: however the parts are linked, and as two words.
    ...(complete ? [{ term: stemMark + parts.join(''), weight: indexWeights.stem }] : []),
    ...parts.map((part, index) => ({
      term: stemMark + part,
      weight: index === head ? indexWeights.headPart : indexWeights.otherPart,
    })),
  ];
};

const termsOfWord = (language: StemLanguage) =>
  remember((word: string): readonly IndexTerm[] => {
    const found: IndexTerm[] = [{ term: word, weight: indexWeights.word }];
    if (isStopWord(word)) return found;
    const derived = [
      { term: stemMark + stem(word, language), weight: indexWeights.stem },
      ...(language === 'nl' ? compoundTerms(word) : []),
    ];
    const heaviest = new Map<string, IndexTerm>();
    for (const term of derived) if (term.weight > (heaviest.get(term.term)?.weight ?? 0)) heaviest.set(term.term, term);
    return [...found, ...heaviest.values()];
  }, languageLimits.rememberedWordsMax);

const termsOf: Readonly<Record<StemLanguage, (word: string) => readonly IndexTerm[]>> = {
  nl: termsOfWord('nl'),
  en: termsOfWord('en'),
  de: termsOfWord('de'),
  fr: termsOfWord('fr'),
};

/** The language that words of a text are stemmed in, by its BCP 47 tag; Dutch where it is none of the four. */
export const stemLanguageOf = (tag: string): StemLanguage => {
  const primary = tag.slice(0, 2).toLowerCase();
  return stemLanguages.find((language) => language === primary && /^..(?:-|$)/.test(tag)) ?? 'nl';
};

const termsAt = ({ text, pieces, amount }: Word, language: StemLanguage): readonly IndexTerm[] => {
  const own =
    amount === undefined
      ? termsOf[language](text)
      : [
          { term: text, weight: indexWeights.word },
          { term: stemMark + amount, weight: indexWeights.stem },
        ];
  if (pieces.length === 0) return own;
  const ofPieces = pieces.flatMap((piece) => termsOf[language](piece));
  return [...own, ...ofPieces.map(({ term, weight }) => ({ term, weight: weight * indexWeights.piece }))];
};

const absentTerms = ({ text }: Word, language: StemLanguage): readonly IndexTerm[] => [
  { term: withoutMark + stem(text, language), weight: indexWeights.stem },
];

/** Calls `visit` with the terms that a text is found under, as often as its words stand in it, in order. */
export const visitTerms = (text: string, language: StemLanguage, visit: (term: IndexTerm) => void): void => {
  const isAbsent = createAbsenceReader();
  for (const word of wordsOf(text, languageLimits.textWordsMax))
    for (const term of isAbsent(word) ? absentTerms(word, language) : termsAt(word, language)) visit(term);
};

/** The terms that a text is found under, once for each time that a word stands in it, in order. */
export const indexTerms = (text: string, language: StemLanguage): IndexTerm[] => {
  const terms: IndexTerm[] = [];
  visitTerms(text, language, (term) => terms.push(term));
  return terms;
};

/** Whether a word is a noun of the list, or a compound of them; `houten` and `dames` only describe. */
const isNounInName = remember(
  (word: string): boolean =>
    !isDescribing({ text: word }) && (isDutchNoun(word) || splitCompound(word)?.complete === true),
  languageLimits.rememberedWordsMax,
);

/**
 * The terms that a name is found under: what stands behind `met`, `voor` or `van` counts less, and so does a thing behind another.
 * @param ofPlace where all words name it: `Slagerij van Dijk` is Van Dijk's, and `Verfwinkel Kwast` is Kwast's
 * @param brand whose words are no things, though some are nouns: `Lichtspaak fietstas`
 */
export const nameTerms = (
  name: string,
  language: StemLanguage,
  { ofPlace = false, brand }: { readonly ofPlace?: boolean; readonly brand?: string | undefined } = {},
): IndexTerm[] => {
  const ofBrand = brand === undefined ? [] : wordsOf(brand, languageLimits.textWordsMax).map(({ text }) => text);
  const terms: IndexTerm[] = [];
  let asideShare = 1;
  let isBehindNoun = false;
  const isAbsent = createAbsenceReader();
  for (const [at, word] of wordsOf(name, languageLimits.textWordsMax).entries()) {
    if (!ofPlace && at > 0 && opensAside(word.text)) asideShare = indexWeights.aside;
    const namesThing = !ofPlace && language === 'nl' && isNounInName(word.text) && !ofBrand.includes(word.text);
    const share = asideShare * (isBehindNoun && namesThing ? indexWeights.behindNoun : 1);
    const found = isAbsent(word) ? absentTerms(word, language) : termsAt(word, language);
    for (const { term, weight } of found) terms.push({ term, weight: weight * share });
    isBehindNoun = namesThing;
  }
  return terms;
};

/** Stands between a title and who wrote it. */
const titleEnd = /\s[–—-]\s/u;

/** The terms that a book or a film is found under: its title says what it is about, and behind a dash stands who made it. */
export const titleTerms = (title: string, language: StemLanguage): IndexTerm[] => {
  const end = titleEnd.exec(title)?.index ?? title.length;
  const withShare = (text: string, share: number): IndexTerm[] =>
    indexTerms(text, language).map(({ term, weight }) => ({ term, weight: weight * share }));
  return [...withShare(title.slice(0, end), indexWeights.title), ...withShare(title.slice(end), indexWeights.author)];
};

/**
 * The terms that an event is found under by its name: what stands behind a colon it is about, as the ice of
 * `Tentoonstelling: IJs op de vaart`.
 */
export const eventNameTerms = (name: string, language: StemLanguage): IndexTerm[] => {
  const end = name.indexOf(': ');
  if (end < 0) return nameTerms(name, language);
  const about = indexTerms(name.slice(end), language);
  return [
    ...nameTerms(name.slice(0, end), language),
    ...about.map(({ term, weight }) => ({ term, weight: weight * indexWeights.title })),
  ];
};

const sentenceEnd = /[.!?;]\s/;

/**
 * The terms that a description is found under: what stands behind `met` or `voor`, up to the end of its sentence,
 * is what a thing has or is for.
 */
export const descriptionTerms = (description: string, language: StemLanguage): IndexTerm[] => {
  const terms: IndexTerm[] = [];
  let wordsLeft: number = languageLimits.textWordsMax;
  for (const sentence of description.slice(0, languageLimits.textCharactersMax).split(sentenceEnd)) {
    const isAbsent = createAbsenceReader();
    let share = 1;
    const words = wordsOf(sentence, wordsLeft);
    wordsLeft -= words.length;
    for (const word of words) {
      if (opensAside(word.text)) share = indexWeights.aside;
      const found = isAbsent(word) ? absentTerms(word, language) : termsAt(word, language);
      for (const { term, weight } of found) terms.push({ term, weight: weight * share });
    }
    if (wordsLeft === 0) break;
  }
  return terms;
};

const soldTerms = remember((word: string): readonly IndexTerm[] => {
  const compound = splitCompound(word);
  if (compound?.complete !== true || !isShopWord(compound.parts.at(-1) ?? '')) return [];
  return compound.parts.slice(0, -1).map((part) => ({ term: stemMark + part, weight: indexWeights.soldPart }));
}, languageLimits.rememberedWordsMax);

/** The terms that a place is found under by its name: `Wijnhandel De Kurk` sells wine. */
export const placeNameTerms = (name: string, language: StemLanguage): IndexTerm[] => [
  ...nameTerms(name, language, { ofPlace: true }),
  ...(language === 'nl' ? wordsOf(name, languageLimits.textWordsMax).flatMap(({ text }) => soldTerms(text)) : []),
];
