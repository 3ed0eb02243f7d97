import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceReader } from './price.ts';

const read = priceReader('EUR');

describe('priceReader', () => {
  test.each([
    ['12.95 EUR', '12.95', 'EUR'],
    ['EUR 12.95', '12.95', 'EUR'],
    ['12,95 EUR', '12.95', 'EUR'],
    ['€ 12,95', '12.95', 'EUR'],
    ['12,95€', '12.95', 'EUR'],
    ['€ 12,95 EUR', '12.95', 'EUR'],
    ['12.95', '12.95', 'EUR'],
    ['0012.9 eur', '12.90', 'EUR'],
    ['12', '12.00', 'EUR'],
    ['12,-', '12.00', 'EUR'],
    ['€ 12,--', '12.00', 'EUR'],
    ['.95', '0.95', 'EUR'],
    ['1.234,56', '1234.56', 'EUR'],
    ['1,234.56 USD', '1234.56', 'USD'],
    ['1.234.567', '1234567.00', 'EUR'],
    ['1 234,50', '1234.50', 'EUR'],
    ["CHF 1'234.50", '1234.50', 'CHF'],
    ['500 JPY', '500', 'JPY'],
    ['1.234 BHD', '1.234', 'BHD'],
    ['999999999999.99', '999999999999.99', 'EUR'],
    ['12.9500', '12.95', 'EUR'],
  ])('%s', (raw, amount, currency) => {
    expect(read(raw)).toEqual({ value: { amount, currency } });
  });

  test.each([
    ['-3.00 EUR', 'price-negative', undefined],
    ['EUR -3', 'price-negative', undefined],
    ['\u22125,00', 'price-negative', undefined],
    ['1.234', 'price-ambiguous', undefined],
    ['1,234 EUR', 'price-ambiguous', undefined],
    ['12.95 XYZ', 'price-currency-unknown', undefined],
    ['12.95 EUR USD', 'price-currency-unknown', undefined],
    ['op aanvraag', 'price-unreadable', undefined],
    ['1e5', 'price-unreadable', undefined],
    ['1.2.3', 'price-unreadable', undefined],
    ['12,95 - 15,95', 'price-unreadable', undefined],
    ['1000000000000', 'price-unreadable', undefined],
    ['1'.repeat(101), 'price-unreadable', undefined],
    ['0.00 EUR', 'price-zero', '0.00'],
    ['12.950000000000001', 'price-rounded', '12.95'],
    ['1234.567', 'price-rounded', '1234.57'],
    ['9,995.996', 'price-rounded', '9996.00'],
  ])('%s is %s', (raw, problem, amount) => {
    const reading = read(raw);
    expect(reading.problem).toBe(problem);
    expect(reading.value?.amount).toBe(amount);
  });

  test('what is written in any usual way reads back as the same amount', () => {
    const write: readonly ((amount: string) => string)[] = [
      (amount) => amount,
      (amount) => `${amount} EUR`,
      (amount) => `€ ${amount.replace('.', ',')}`,
      (amount) => `${amount.replace('.', ',').replaceAll(/(?<=\d)(?=(\d{3})+,)/g, '.')} EUR`,
      (amount) => `EUR ${amount.replaceAll(/(?<=\d)(?=(\d{3})+\.)/g, ',')}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), fc.constantFrom(...write), (cents, form) => {
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(read(form(amount))).toEqual({ value: { amount, currency: 'EUR' } });
      }),
    );
  });

  test('anything gets an answer, and every amount fits the model', () => {
    const noise = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-+€ \u00a0EURx\'"')) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), noise), (raw) => {
        const { value, problem } = read(raw);
        expect(value !== undefined || problem !== undefined).toBe(true);
        expect(value?.amount ?? '0').toMatch(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
