import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gtinCheckDigit, isGtin, parseGtin } from './gtin.ts';

const body = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`)))
  .filter((digits) => !/^0+$/.test(digits));
const written = body.map((digits) => digits + gtinCheckDigit(digits));

describe('parseGtin', () => {
  it('reads what carries its check digit, however it is spaced, to one normal form', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', ' ', '-', '\u00a0', '\t'), (digits, between) => {
        const gtin = digits.padStart(14, '0');
        expect(parseGtin(digits.split('').join(between))).toEqual({ ok: true, gtin });
        expect(parseGtin(gtin)).toEqual({ ok: true, gtin });
        expect(isGtin(gtin)).toBe(true);
      }),
    );
  });

  it('refuses any one digit that is misread', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, at, more) => {
        const index = at % digits.length;
        const wrong = digits.slice(0, index) + ((Number(digits[index]) + more) % 10) + digits.slice(index + 1);
        expect(parseGtin(wrong)).toEqual({ ok: false, code: 'gtin-check-digit' });
      }),
    );
  });

  it('gives a value for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = parseGtin(text);
        expect(result.ok ? isGtin(result.gtin) : result.code).not.toBe(false);
      }),
    );
  });
});
