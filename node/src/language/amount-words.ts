import { foldText } from './fold.ts';
import { dutchStem } from './stems/dutch-stem.ts';

const wordsOf = (list: string): readonly string[] => foldText(list).trim().split(/\s+/);

/** What holds a thing, or how much of it: Dutch, English, German, French. */
const containers: ReadonlySet<string> = new Set(
  wordsOf(`fles pak blik krat kilo pond bos zak doos glas kop pot tube rol bus kan kist tros plak reep bak portie stuk
    bottle pack packet can crate bag box jar tin cup bunch loaf piece pound
    flasche packung kiste dose kasten tüte becher
    bouteille paquet boîte sachet verre`).map(dutchStem),
);

const currencies: ReadonlySet<string> = new Set(wordsOf('euro euros eur cent'));

/** What stands before the most that a thing may cost. */
const limits: ReadonlySet<string> = new Set(
  wordsOf(`onder beneden minder max maximaal maximum hoogstens hooguit under below less than unter weniger höchstens
    maximal moins jusqu`),
);

/** Whether a word, right before the one that says what it is, only says what that comes in: the `fles` of `fles wijn`. */
export const isContainer = (word: string): boolean => containers.has(dutchStem(word));

/** Whether a word says what a thing may cost: `onder` and `euro` of `onder 20 euro`. */
export const isOfPrice = (word: string, next: string | undefined): boolean =>
  currencies.has(word) || (limits.has(word) && (/^\d/.test(next ?? '') || limits.has(next ?? '')));
