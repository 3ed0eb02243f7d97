import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText } from './fold.ts';

describe('foldText', () => {
  test.each([
    ['Café', 'cafe'],
    ['CRÈME BRÛLÉE', 'creme brulee'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['ĳs', 'ijs'],
    ['İstanbul', 'istanbul'],
    ['ﬁets', 'fiets'],
    ['ｆｉｅｔｓ', 'fiets'],
    ['foto’s', "foto's"],
    ['fiets\u00ADpomp', 'fietspomp'],
    ['\u202Efiets\u202C', 'fiets'],
    ['1½', '11⁄2'],
    ['\uD800', '\uFFFD'],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same when done twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2_000 },
    );
  });
});
