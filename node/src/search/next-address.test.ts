import { searchParametersSchema } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAddress } from './next-address.ts';

const decimals = (wholeMax: number, digitsMax: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(wholeMax), fc.array(fc.nat(9), { maxLength: digitsMax }))
    .map(([whole, digits]) => (digits.length === 0 ? String(whole) : `${whole}.${digits.join('')}`));

const asked = fc.record({
  q: fc.constantFrom('pomp', 'café & thee', '100% katoen', '+31'),
  lat: fc.oneof(decimals(89, 25), fc.double({ min: -90, max: 90, noNaN: true }).map(String)),
  lon: fc
    .tuple(fc.constantFrom('', '-'), decimals(179, 25), fc.constantFrom('', 'e-7', 'E-07', 'e-123'))
    .map((parts) => parts.join('')),
  priceMax: fc.oneof(decimals(999, 2), decimals(999_999_999, 4)),
  open: fc.constantFrom('now', '2026-03-02T18:00:00+01:00'),
});

describe('the address of the next page', () => {
  it('asks the same question, number for number', () => {
    fc.assert(
      fc.property(asked, (fields) => {
        const parameters = searchParametersSchema.parse(fields);
        const { searchParams } = new URL(nextAddress('https://waterveen.example', parameters, 'verder'));
        const read = searchParametersSchema.parse(Object.fromEntries(searchParams));
        // No address tells minus nothing from nothing.
        const [lat, lon] = [(parameters.lat ?? 0) + 0, (parameters.lon ?? 0) + 0];
        expect(read).toEqual({ ...parameters, lat, lon, cursor: 'verder' });
      }),
    );
  });

  it.each(['12.95', '0.1', '0.0001', '999999999999.9999', '19'])('writes a price of %s', (priceMax) => {
    const parameters = searchParametersSchema.parse({ q: 'pomp', priceMax });
    const { searchParams } = new URL(nextAddress('https://waterveen.example', parameters, 'verder'));
    expect(searchParams.get('priceMax')).toBe(priceMax);
  });
});
