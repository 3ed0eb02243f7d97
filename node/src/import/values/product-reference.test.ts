import { describe, expect, test } from 'vitest';
import { productReference, readGtin } from './product-reference.ts';

const at = { line: 7, gtinField: 'ean', codeField: 'artikel' };
const codesOf = (answer: ReturnType<typeof productReference>) => answer.issues.map(({ code }) => code);

describe('productReference', () => {
  test.each([
    ['9520000000011', '09520000000011'],
    ['="9520000000011"', '09520000000011'],
    ["'9520000000011", '09520000000011'],
    ['9520000000011.0', '09520000000011'],
    ['9520000000011,00', '09520000000011'],
    ['952-0000-00001 1', '09520000000011'],
    // A UPC that lost the zero of its EAN.
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
  ])('reads %s', (raw, gtin) => {
    expect(productReference({ gtin: raw }, at)).toEqual({ reference: { gtin }, issues: [] });
  });

  test.each([
    ['8,71E+12', 'gtin-rounded'],
    ['8.71235E+12', 'gtin-rounded'],
    ['9520000000012', 'gtin-check-digit'],
    ['0000000000000', 'gtin-check-digit'],
    ['95200000001', 'gtin-length'],
    ['95200000A0011', 'gtin-not-digits'],
  ])('refuses %s without a code, and lets a code stand alone', (gtin, code) => {
    const refused = productReference({ gtin }, at);
    expect(refused.reference).toBeUndefined();
    expect(refused.issues).toMatchObject([{ code, level: 'error', line: 7, field: 'ean', value: gtin }]);
    const kept = productReference({ gtin, code: 'A-1' }, at);
    expect(kept.reference).toEqual({ code: 'A-1' });
    expect(kept.issues).toMatchObject([{ code: 'gtin-ignored', level: 'warning', value: gtin }]);
  });

  test('a GTIN of restricted circulation is a code of the shop', () => {
    expect(productReference({ gtin: '2000000000008' }, at).reference).toEqual({ code: '02000000000008' });
    expect(productReference({ gtin: '2000000000008', code: 'A-1' }, at).reference).toEqual({ code: 'A-1' });
    expect(readGtin('02000000000008')).toEqual({ ok: true, gtin: '02000000000008' });
  });

  test('takes a code, and refuses a row that names nothing', () => {
    expect(productReference({ code: ' ="0012" ' }, at)).toEqual({ reference: { code: '0012' }, issues: [] });
    expect(productReference({ gtin: '9520000000011', code: '12' }, at).reference).toEqual({
      gtin: '09520000000011',
      code: '12',
    });
    expect(codesOf(productReference({ gtin: ' ', code: '' }, at))).toEqual(['product-unnamed']);
    expect(codesOf(productReference({}, at))).toEqual(['product-unnamed']);
  });
});
