import type { SearchAnswer, SearchReasonCode } from '@openstraat/spec';
import type { Hit } from '../hits.ts';
import { type AnswerContext, type Texts, walkingMinutes } from './answer-context.ts';
import type { FoundWord, WordFinder } from './word-finder.ts';

type Reason = SearchAnswer['results'][number]['why'][number];
type FieldCode = Extract<SearchReasonCode, 'name' | 'brand' | 'category' | 'kind' | 'description'>;
/** Fields that words are looked for in, in the order in which they are told; of a kind of place the tag. */
export type SearchedFields = readonly (readonly [FieldCode, Texts | undefined])[];

const find = (words: WordFinder, code: FieldCode, texts: Texts | undefined): readonly FoundWord[] =>
  code === 'kind' && typeof texts === 'string' ? words.findKind(texts) : words.find(texts);

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** Why the words fit: the first field that each is found in, and what was done to find it. */
export const wordReasons = ({ say }: AnswerContext, words: WordFinder, fields: SearchedFields): readonly Reason[] => {
  const told = new Set<string>();
  return fields.flatMap(([code, texts]) => {
    // Descriptions are long: they are read only for words that stand nowhere else.
    if (told.size >= words.count) return [];
    const found = find(words, code, texts).filter(({ word }) => !told.has(word));
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
  if (metres !== undefined) reasons.push({ code: 'distance', text: say.distance(metres, walkingMinutes(metres)) });
  if (facts.tier === 'farther') reasons.push({ code: 'farther', text: say.farther(facts.radiusMetres) });
  if (facts.availability !== undefined)
    reasons.push({ code: 'availability', text: say.availability[facts.availability] });
  if (facts.seenAgeDays !== undefined) reasons.push({ code: 'seen', text: say.seen(facts.seenAgeDays) });
  if (facts.open !== undefined) reasons.push({ code: 'open', text: say.open[facts.open] });
  return reasons;
};
