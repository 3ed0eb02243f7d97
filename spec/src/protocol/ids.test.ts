import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../models/define-kind.ts';
import { encodeKey, isThingId, offerKey, parseThingId, skuProductKey, slug, splitOfferKey, thingId } from './ids.ts';

const code = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 });
/** Codes that come near each other: few characters, those with a meaning in the form among them. */
const nearCode = fc.string({
  unit: fc.constantFrom('~', '7', 'e', 'a', '.', 'é', '\u0301', ' '),
  minLength: 1,
  maxLength: 4,
});

describe('encodeKey', () => {
  it('never gives two codes one form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(code, code), fc.tuple(nearCode, nearCode)), ([left, right]) => {
        expect(encodeKey(left) === encodeKey(right)).toBe(left.normalize('NFC') === right.normalize('NFC'));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives forms that stand in a path as they are, at most 200 characters long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (raw) => {
        expect(encodeKey(raw)).toMatch(/^[\w~-]{1,200}$/);
      }),
    );
  });
});

describe('slug', () => {
  it('gives 1 to 60 letters and digits with single hyphens between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        const result = slug(raw);
        expect(result).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(result.length).toBeLessThanOrEqual(60);
        expect(slug(result)).toBe(result);
      }),
    );
  });
});

describe('ids', () => {
  it('read back into kind and key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), code.map(encodeKey), (kind, key) => {
        const id = thingId(kind, key);
        expect(isThingId(id)).toBe(true);
        expect(parseThingId(id)).toEqual({ kind, key });
      }),
    );
  });

  it("split an offer's key back into product and place", () => {
    fc.assert(
      fc.property(code.map(slug), code, code.map(slug), (catalogue, sku, placeKey) => {
        const productKey = skuProductKey(catalogue, sku);
        expect(splitOfferKey(offerKey(productKey, placeKey))).toEqual({ productKey, placeKey });
      }),
    );
  });
});
