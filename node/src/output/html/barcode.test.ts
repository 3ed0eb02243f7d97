import { expect, it } from 'vitest';
import { printedBarcode } from './barcode.ts';

it.each([
  ['09520000000011', '9520000000011'],
  ['00000096385074', '96385074'],
  ['00614141007349', '614141007349'],
  ['19520000000018', '19520000000018'],
])('%s is printed as %s', (gtin, printed) => {
  expect(printedBarcode(gtin)).toBe(printed);
});
