import type { SearchAnswer, SearchReasonCode } from '@openstraat/spec';
import type { IndexTerm } from '../../language/language.ts';
import type { Hit } from '../hits.ts';
import { type AnswerContext, shownMetres, type Texts, walkingMinutes } from './answer-context.ts';
import type { FoundWord, WordFinder } from './word-finder.ts';

type Reason = SearchAnswer['results'][number]['why'][number];
type FieldCode = Extract<SearchReasonCode, 'name' | 'brand' | 'category' | 'kind' | 'description'>;
/** Where words are looked for: in texts, or among the terms of a kind. */
type Searched = Texts | readonly IndexTerm[] | undefined;
/** Fields that words are looked for in, in the order in which they are told. */
export type SearchedFields = readonly (readonly [FieldCode, Searched])[];

const isTerms = (searched: Searched): searched is readonly IndexTerm[] => Array.isArray(searched);
const find = (words: WordFinder, searched: Searched): readonly FoundWord[] =>
  isTerms(searched) ? words.findAmong(searched) : words.find(searched);

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** Why the words fit: the first field that each is found in, and what was done to find it. */
export const wordReasons = ({ say }: AnswerContext, words: WordFinder, fields: SearchedFields): readonly Reason[] => {
  const told = new Set<string>();
  return fields.flatMap(([code, texts]) => {
    // Descriptions are long: they are read only for words that stand nowhere else.
    if (told.size >= words.count) return [];
    const found = find(words, texts).filter(({ word }) => !told.has(word));
    if (found.length === 0) return [];
    for (const { word } of found) told.add(word);
    const ways = found.flatMap(({ word, how, as = '' }): Reason[] => {
      if (how === 'corrected') return [{ code: how, text: say.corrected(word, as) }];
      if (how === 'synonym') return [{ code: how, text: say.synonym(word, as) }];
      return how === 'compound' ? [{ code: how, text: say.compound(word) }] : [];
    });
    const shown = found.map(({ word, as }) => as ?? word);
    return [{ code, text: say.field[code](quoted(shown)) }, ...ways];
  });
};

/** Why everything else put it there. */
export const factReasons = ({ say }: AnswerContext, { facts, location }: Hit): readonly Reason[] => {
  const reasons: Reason[] = [];
  const metres = location?.metres;
  if (metres !== undefined)
    reasons.push({ code: 'distance', text: say.distance(shownMetres(metres, facts), walkingMinutes(metres)) });
  if (facts.tier === 'farther') reasons.push({ code: 'farther', text: say.farther(facts.radiusMetres) });
  if (facts.availability !== undefined)
    reasons.push({ code: 'availability', text: say.availability[facts.availability] });
  if (facts.seenAgeDays !== undefined) reasons.push({ code: 'seen', text: say.seen(facts.seenAgeDays) });
  if (facts.open !== undefined) reasons.push({ code: 'open', text: say.open[facts.open] });
  return reasons;
};
