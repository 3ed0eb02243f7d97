import type { NodeSettings } from '../../../config/settings.ts';

type Words = (found: RegExpExecArray) => string;

const dutchNumber = (text: string): string => text.replace('.', ',');

/** What the search says in English of the value of a parameter, and what that is in Dutch. */
const dutch: readonly (readonly [RegExp, Words])[] = [
  [/^is below (.+)$/, ([, least = '']) => `is kleiner dan ${dutchNumber(least)}`],
  [/^is above (.+)$/, ([, most = '']) => `is groter dan ${dutchNumber(most)}`],
  [/^is not a number such as (.+)$/, ([, example = '']) => `is geen getal, zoals ${example}`],
  [/^is not a whole number$/, () => 'is geen geheel getal'],
  [/^is not a price such as (.+)$/, ([, example = '']) => `is geen bedrag, zoals ${dutchNumber(example)}`],
  [/^is not a currency such as (.+)$/, ([, example = '']) => `is geen munt, zoals ${example}`],
  [/^is not a barcode of/, () => 'is geen barcode van 8, 12, 13 of 14 cijfers'],
  [/^has a wrong check digit$/, () => 'heeft een controlecijfer dat niet klopt'],
  [/^is longer than (\d+) characters$/, ([, most = '']) => `is langer dan ${most} tekens`],
  [/^has more than (\d+) words$/, ([, most = '']) => `heeft meer dan ${most} woorden`],
  [/^is none of (.+)$/, ([, choices = '']) => `is geen van ${choices}`],
  [
    /^is neither `now` nor a time/,
    () => 'is geen `now`, en geen tijdstip met zijn tijdzone, zoals 2026-03-02T18:00:00Z',
  ],
  [
    /^is outside the years (\d+) to (\d+)$/,
    ([, first = '', last = '']) => `ligt te ver weg: vraag naar een tijd in de jaren ${first} tot en met ${last}`,
  ],
  [/^has no words$/, () => 'heeft geen woorden: vul er een letter of een cijfer in'],
  [/^is empty$/, () => 'is leeg'],
  [/^is missing$/, () => 'ontbreekt'],
];

/** What is wrong with the value of a parameter in the page's language; undefined where there are no words for it. */
export const parameterRefusalWords = (detail: string, language: NodeSettings['language']): string | undefined => {
  if (language === 'en') return detail;
  for (const [pattern, words] of dutch) {
    const found = pattern.exec(detail);
    if (found !== null) return words(found);
  }
  return undefined;
};
