import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToDigest, formatDigest, parseDigest, subtractFromDigest } from './digest.ts';

const number = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n });

describe('set digest', () => {
  it('takes off what was added, wherever the sum began', () => {
    fc.assert(
      fc.property(number, number, (digest, term) => {
        expect(subtractFromDigest(addToDigest(digest, term), term)).toBe(digest);
        expect(addToDigest(subtractFromDigest(digest, term), term)).toBe(digest);
      }),
    );
  });

  it('does not mind the order', () => {
    fc.assert(
      fc.property(fc.array(number), (terms) => {
        expect(terms.toReversed().reduce(addToDigest, 0n)).toBe(terms.reduce(addToDigest, 0n));
      }),
    );
  });

  it('is written as 64 digits and read back', () => {
    fc.assert(
      fc.property(number, (digest) => {
        expect(formatDigest(digest)).toMatch(/^[0-9a-f]{64}$/);
        expect(parseDigest(formatDigest(digest))).toBe(digest);
      }),
    );
  });
});
