/** Letters that do not decompose into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};
const specialLetter = /[ßœæøđðþłħı]/g;
const apostrophes = /[\u2018\u2019\u201B\u02BC\uFF07\u00B4`]/g;
/** What stands behind inches. */
const doublePrimes = /[\u201D\u2033]/g;
/** Marks, and what is there but can't be seen: soft hyphens, joiners, directions of writing. */
const unseen = /[\p{M}\p{Cf}]+/gu;

const plainAscii = /^[ -_a-~]*$/;

const foldLetters = (text: string): string =>
  text
    .toWellFormed()
    .replace(apostrophes, "'")
    .replace(doublePrimes, '"')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(specialLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(apostrophes, "'");

/** Text as it is compared: lower case, without accents, ligatures or marks; any apostrophe as `'`. */
export const foldText = (text: string): string => (plainAscii.test(text) ? text.toLowerCase() : foldLetters(text));
