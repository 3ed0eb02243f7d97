import { foldText } from './fold.ts';
import { languageLimits } from './limits.ts';
import { measureOf, plainNumber, unitSpellings } from './measure.ts';

/** A word of a text or a query, folded. */
export interface Word {
  readonly text: string;
  /** What it is made of, where that can be seen: `t` and `shirt` of `tshirt`, `28` and `1.75` of `28x1.75`. */
  readonly pieces: readonly string[];
  /** The amount of a measure, as amounts are compared. */
  readonly amount?: string;
}

const number = String.raw`\d+(?:[.,]\d+)*`;
const letters = String.raw`[\p{L}\p{N}]+`;
// Each alternative looks at a character once and again at most for the next alternative: linear, whatever comes.
const token = new RegExp(
  String.raw`(?<size>\d+(?:[.,]\d+)?(?:x\d+(?:[.,]\d+)?){1,3})(?![\p{L}\p{N}])` +
    String.raw`|(?<amount>${number})[ -]?(?<unit>${unitSpellings.join('|')})(?![\p{L}\p{N}])` +
    String.raw`|\d+(?:[.,]\d+)+|${letters}(?:['-]${letters}){0,7}`,
  'gu',
);
/** `28 x 1,75` and `28x1.75` are one size. */
const spacedSize = /(?<=\d) ?[x×*] ?(?=\d)/g;
/** `l'eau`, `d'hotes`: an article without its vowel. */
const elision = /^(?:[ldjmtscn]|qu)'(?=\p{L}{2})/u;
/** `zo'n`: an article without its vowel, behind. */
const clitic = /'[nt]$/;

const cut = (word: string): string =>
  word.length <= languageLimits.wordCharactersMax
    ? word
    : word.slice(0, languageLimits.wordCharactersMax).replace(/[\uD800-\uDBFF]$/, '');

const plainWord = (raw: string): Word => {
  const text = raw.replace(elision, '').replace(clitic, '').replaceAll("'", '');
  return text.includes('-')
    ? { text: cut(text.replaceAll('-', '')), pieces: text.split('-').map(cut) }
    : { text: cut(text), pieces: [] };
};

const readWord = (found: RegExpExecArray): Word => {
  const { size, amount, unit } = found.groups ?? {};
  if (size !== undefined) {
    const pieces = size.split('x').map((piece) => plainNumber(cut(piece)));
    return { text: cut(pieces.join('x')), pieces };
  }
  if (amount !== undefined && unit !== undefined) {
    const value = plainNumber(cut(amount));
    return { ...measureOf(value, unit), pieces: [value] };
  }
  return /^\d+[.,]/.test(found[0]) ? { text: plainNumber(cut(found[0])), pieces: [] } : plainWord(found[0]);
};

const noPieces: readonly string[] = [];

/** Letters and signs that part words, up to the last of those signs: most texts are that, but for a size at their end. */
const plainStart = /^[a-z .,:;!?()]*(?:[ .,:;!?()]|$)/;

/** Adds the same words as by the grammar, where there is nothing but such letters and signs. */
const addPlainWords = (plain: string, wordsMax: number, words: Word[]): void => {
  for (const text of plain.split(/[^a-z]+/)) {
    if (words.length >= wordsMax) return;
    if (text !== '') words.push({ text: cut(text), pieces: noPieces });
  }
};

/** Reads the words of a text in order, at most so many. */
export const wordsOf = (text: string, wordsMax: number): Word[] => {
  const folded = foldText(text.slice(0, languageLimits.textCharactersMax));
  const words: Word[] = [];
  const [plain = ''] = plainStart.exec(folded) ?? [];
  addPlainWords(plain, wordsMax, words);
  if (plain.length === folded.length) return words;
  for (const found of folded.slice(plain.length).replace(spacedSize, 'x').matchAll(token)) {
    if (words.length >= wordsMax) break;
    words.push(readWord(found));
  }
  return words;
};

/** The words of a text with a space between: how names are compared that people spell with other accents, case or signs. */
export const foldPhrase = (text: string): string =>
  wordsOf(text, languageLimits.textWordsMax)
    .map((word) => word.text)
    .join(' ');
