import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languageLimits } from './limits.ts';
import { foldPhrase, wordsOf } from './words.ts';

const shown = (text: string): string =>
  wordsOf(text, 100)
    .map(({ text: word, pieces, amount }) =>
      [word, ...(amount === undefined ? [] : [`=${amount}`]), ...pieces.map((piece) => `+${piece}`)].join(''),
    )
    .join(' ');

const endingAt = (characters: number): string => `${' '.repeat(characters - 1)}x`;
const firstWord = (text: string): string => wordsOf(text, 1)[0]?.text ?? '';

describe('wordsOf', () => {
  it('reads plain words by no other rules than all others', () => {
    const pieces = [
      'l',
      'kg',
      'x',
      'cm',
      'auto',
      's',
      ' ',
      ' ',
      ' ',
      '.',
      ',',
      ':',
      '(',
      '1',
      '28',
      "'",
      '-',
      '×',
      '"',
      'e\u0301',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.nat({ max: 9 }), (text, wordsMax) => {
        // A sign in front that is no word, and nothing is read as plain.
        const byGrammar = wordsOf(`# ${text}`, 1_000);
        expect(wordsOf(text, 1_000)).toEqual(byGrammar);
        expect(wordsOf(text, wordsMax)).toEqual(byGrammar.slice(0, wordsMax));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['Fietspomp, staand (zwart)', 'fietspomp staand zwart'],
    ['T-shirt', 'tshirt+t+shirt'],
    ['foto’s van auto’s', 'fotos van autos'],
    ["zo'n hoesje in 't midden", 'zo hoesje in t midden'],
    ['l’Oréal chambre d’hôtes qu’est', 'oreal chambre hotes est'],
    ['1,5l', '1.5l=1500ml+1.5'],
    ['1.5 liter', '1.5l=1500ml+1.5'],
    ['1500 ML', '1500ml=1500ml+1500'],
    ['0,50 kg', '0.5kg=500g+0.5'],
    ['500 gr', '500g=500g+500'],
    ['26 inch', '26inch=26inch+26'],
    ['26"', '26inch=26inch+26'],
    ['26”', '26inch=26inch+26'],
    ['28x1.75', '28x1.75+28+1.75'],
    ['28 x 1,75', '28x1.75+28+1.75'],
    ['28 × 1,75', '28x1.75+28+1.75'],
    ['40x60x2,5 cm', '40x60x2.5+40+60+2.5 cm'],
    ['AA AAA E27 LR44 XL', 'aa aaa e27 lr44 xl'],
    ['1.000 stuks', '1000stuks=1000stuks+1000'],
    ['70% cacao', '70%=70%+70 cacao'],
    ['2 meter', '2m=2000mm+2'],
    ['12 maanden', '12 maanden'],
    ['5G', '5g=5g+5'],
    ['24-12-2026', '24122026+24+12+2026'],
    ['v1.2.3', 'v1 2.3'],
    ['مضخة دراجة', 'مضخة دراجة'],
    ['自転車', '自転車'],
    ['--- !!! …', ''],
    ['', ''],
  ])('%s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('reads so many characters of a text and no more', () => {
    const { textCharactersMax } = languageLimits;
    expect(wordsOf(endingAt(textCharactersMax), 10)).toHaveLength(1);
    expect(wordsOf(endingAt(textCharactersMax + 1), 10)).toHaveLength(0);
  });

  it('cuts words that are too long, never through a letter', () => {
    const { wordCharactersMax } = languageLimits;
    expect(firstWord('a'.repeat(wordCharactersMax))).toHaveLength(wordCharactersMax);
    expect(firstWord('a'.repeat(wordCharactersMax + 1))).toHaveLength(wordCharactersMax);
    expect(firstWord(`${'a'.repeat(wordCharactersMax - 1)}𐐨`)).toBe('a'.repeat(wordCharactersMax - 1));
  });

  it('reads so many words and no more', () => {
    expect(wordsOf('een twee drie', 3)).toHaveLength(3);
    expect(wordsOf('een twee drie vier', 3)).toHaveLength(3);
  });

  // Steps grow with the text, not with its square: what takes long here hangs.
  test.each([
    ['digits', '1'],
    ['thousands', '1.'],
    ['sizes', '1x'],
    ['hyphens', 'a-'],
    ['apostrophes', "a'"],
    ['marks', '\u0301'],
    ['zeros', '0'],
    ['spaced sizes', '1 x '],
    ['ligatures', 'ﷺ'],
    ['halves of letters', '\uD835'],
    ['wrong way round', '\u202Ea'],
  ])('copes with a flood of %s', (_, part) => {
    const flood = part.repeat(languageLimits.textCharactersMax);
    expect(wordsOf(flood, languageLimits.textWordsMax).length).toBeLessThanOrEqual(languageLimits.textWordsMax);
    expect(() => wordsOf(`1.${flood}1`, languageLimits.textWordsMax)).not.toThrow();
  });
});

describe('foldPhrase', () => {
  it('compares names', () => {
    expect(foldPhrase('  Dr. Oetker’s  CRÈME-Fraîche ')).toBe('dr oetkers cremefraiche');
  });
});
