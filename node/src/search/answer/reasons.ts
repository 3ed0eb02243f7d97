import type { SearchAnswer } from '@openstraat/spec';
import { dayInZone } from '../../hours/instant-in-zone.ts';
import type { Hit } from '../hits.ts';
import { type AnswerContext, shownMetres, walkingMinutes } from './answer-context.ts';
import { codeOfField, type SearchedFields } from './searched-fields.ts';
import type { FoundWord, WordFinder } from './word-finder.ts';

type Reason = SearchAnswer['results'][number]['why'][number];
type Say = AnswerContext['say'];

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** What was done to find words: a phrase that one word stands for is told once. */
const waysOf = (say: Say, found: readonly FoundWord[]): readonly Reason[] =>
  found.flatMap(({ word, how, as = '' }, at): Reason[] => {
    if (how === 'corrected') return [{ code: how, text: say.corrected(word, as) }];
    if (how === 'compound') return [{ code: how, text: say.compound(word) }];
    const isSame = (other: FoundWord): boolean => other.how === 'synonym' && other.as === as;
    if (how === 'itself' || found.findIndex(isSame) < at) return [];
    const together = found.filter(isSame);
    return [{ code: how, text: say.synonym(quoted(together.map((other) => other.word)), as) }];
  });

/** Why the words fit: the first field that each is found in, and what was done to find it; then what is spread over several. */
export const wordReasons = ({ say }: AnswerContext, words: WordFinder, fields: SearchedFields): readonly Reason[] => {
  const told = new Set<string>();
  const reasons = fields.flatMap(([field, searched]) => {
    // Descriptions are long: they are read only for words that stand nowhere else.
    if (told.size >= words.count) return [];
    const found = words.find(searched).filter(({ word }) => !told.has(word));
    if (found.length === 0) return [];
    for (const { word } of found) told.add(word);
    const shown = [...new Set(found.map(({ word, as }) => as ?? word))];
    return [
      { code: codeOfField[field], text: say.field[field](quoted(shown), shown.length > 1) },
      ...waysOf(say, found),
    ];
  });
  if (told.size >= words.count) return reasons;
  const spread = words.findAcross(fields.map(([, searched]) => searched)).filter(({ word }) => !told.has(word));
  return [...reasons, ...spread.map(({ word }): Reason => ({ code: 'compound', text: say.spread(word) }))];
};

/** Days of the calendar from an instant to the present, on the wall of a place: half past nine last night was yesterday. */
const daysSince = (seenAt: string, nowMs: number, timeZone: string): number =>
  Math.max(0, dayInZone(nowMs, timeZone) - dayInZone(Date.parse(seenAt), timeZone));

/**
 * Why everything else put it there.
 * @param seenAt of an offer
 */
export const factReasons = (
  { say, question }: AnswerContext,
  { facts, location }: Hit,
  seenAt?: string,
): readonly Reason[] => {
  const reasons: Reason[] = [];
  const metres = location?.metres;
  if (metres !== undefined)
    reasons.push({ code: 'distance', text: say.distance(shownMetres(metres, facts), walkingMinutes(metres)) });
  if (facts.tier === 'farther') reasons.push({ code: 'farther', text: say.farther(facts.radiusMetres) });
  if (facts.availability !== undefined)
    reasons.push({ code: 'availability', text: say.availability[facts.availability] });
  if (seenAt !== undefined && location !== undefined)
    reasons.push({ code: 'seen', text: say.seen(daysSince(seenAt, question.nowMs, location.timeZone)) });
  if (facts.open !== undefined) reasons.push({ code: 'open', text: say.open[facts.open] });
  return reasons;
};
