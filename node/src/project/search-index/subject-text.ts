import {
  descriptionTerms,
  eventNameTerms,
  indexTerms,
  nameTerms,
  placeNameTerms,
  stemLanguageOf,
  titleTerms,
} from '../../language/index-terms.ts';
import { type IndexTerm, type StemLanguage, stemMark } from '../../language/language.ts';
import { placeKindTerms } from '../../language/place-kind-terms.ts';
import { indexWeights } from '../../language/weights.ts';
import { searchIndexLimits } from './limits.ts';
import type { TextField } from './search-view.ts';
import { assortmentMark, type SubjectText } from './text-index.ts';
import { fieldWeights, lengthWeights, weightSteps, weightStepsMax } from './text-weights.ts';

/** One text of a thing, or its kind, and where it stands. */
export interface TextPart {
  readonly text?: string | Readonly<Record<string, string>> | undefined;
  /** Tag of a kind of place, instead of a text. */
  readonly kindOf?: string;
  /** Terms themselves, instead of a text. */
  readonly terms?: readonly IndexTerm[];
  readonly field: keyof typeof fieldWeights;
  /** What a place carries, not what it is called. */
  readonly carried?: boolean;
  /** What sort of name it is: a title says what a book is about, the name of a shop what it sells, that of an event what it is and is about. */
  readonly nameOf?: 'thing' | 'title' | 'place' | 'event';
  /** Whose a product is, beside its name. */
  readonly brand?: string | Readonly<Record<string, string>> | undefined;
  /** Adds nothing to how long the text is: what else says what a thing is must not count less beside a name. */
  readonly isLabel?: boolean;
  /** Found by its words as they stand: the name of a town is not about water. */
  readonly wordsOnly?: boolean;
}

const plainWeights: ReadonlySet<number> = new Set([
  indexWeights.word,
  indexWeights.aside,
  indexWeights.title,
  indexWeights.author,
  indexWeights.behindNoun,
  indexWeights.aside * indexWeights.behindNoun,
]);

/** A word as it stands in a text, not one that was derived from it. */
const isPlainWord = ({ term, weight }: IndexTerm): boolean => !term.startsWith(stemMark) && plainWeights.has(weight);

const brandIn = (brand: TextPart['brand']): string | undefined =>
  typeof brand === 'object' ? Object.values(brand).join(' ') : brand;

const readersOfNames = { title: titleTerms, place: placeNameTerms, event: eventNameTerms } as const;

/** How the text of a part is read. */
const readerOf = ({
  field,
  nameOf = 'thing',
  brand,
}: TextPart): ((text: string, language: StemLanguage) => IndexTerm[]) => {
  if (field === 'description') return descriptionTerms;
  if (field !== 'name') return indexTerms;
  if (nameOf === 'thing') return (name, language) => nameTerms(name, language, { brand: brandIn(brand) });
  return readersOfNames[nameOf];
};

const termsOf = (part: TextPart, language: string): readonly IndexTerm[] => {
  const { text, kindOf, wordsOnly, terms: given } = part;
  if (kindOf !== undefined) return placeKindTerms(kindOf);
  if (given !== undefined) return given;
  if (text === undefined) return [];
  const read = readerOf(part);
  const terms =
    typeof text === 'string'
      ? read(text, stemLanguageOf(language))
      : Object.entries(text).flatMap(([tag, inLanguage]) => read(inLanguage, stemLanguageOf(tag)));
  return wordsOnly === true ? terms.filter(isPlainWord) : terms;
};

/** The terms of a thing, each once with its weight, and how long its texts are. */
export const subjectTextOf = (parts: readonly TextPart[], language: string): SubjectText => {
  const weights = new Map<string, number>();
  const lengths: Record<TextField, number> = { text: 0, assortment: 0 };
  for (const part of parts) {
    const field: TextField = part.carried === true ? 'assortment' : 'text';
    for (const found of termsOf(part, language)) {
      if (found.term.length > searchIndexLimits.termCharactersMax) continue;
      const term = part.carried === true ? assortmentMark + found.term : found.term;
      const before = weights.get(term);
      if (before === undefined && weights.size >= searchIndexLimits.termsPerSubjectMax) continue;
      weights.set(term, (before ?? 0) + found.weight * fieldWeights[part.field]);
      if (part.text !== undefined && part.isLabel !== true && isPlainWord(found))
        lengths[field] += lengthWeights[part.field];
    }
  }
  for (const [term, weight] of weights)
    weights.set(term, Math.max(1, Math.min(weightStepsMax, Math.round(weight * weightSteps))));
  return { terms: weights, lengths };
};
