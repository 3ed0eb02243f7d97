/** What Windows-1252 has where Latin-1 has control characters, as far as the files use it. */
const windowsSigns = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
]);

/** Text as an old till program saves it. Signs that it does not know become question marks, as there. */
export const windows1252 = (text) =>
  Buffer.from(
    Array.from(text, (sign) => windowsSigns.get(sign) ?? (sign.codePointAt(0) < 256 ? sign.codePointAt(0) : 63)),
  );

const byteOrderMark = '\uFEFF';
export const utf8 = (text) => Buffer.from(text);
/** UTF-8 as spreadsheets save it. */
export const utf8WithMark = (text) => Buffer.from(byteOrderMark + text);
/** What spreadsheets call "Unicode text". */
export const utf16 = (text) => Buffer.from(byteOrderMark + text, 'utf16le');

/** A price with a comma: 12,95. */
export const withComma = (price) => price.replace('.', ',');
/** A decimal price times a factor, rounded to whole cents that end in 5 or 9. */
export const otherPrice = (price, factor) => {
  const cents = Math.round(Number(price) * 100 * factor);
  return ((Math.floor(cents / 10) * 10 + 9) / 100).toFixed(2);
};
