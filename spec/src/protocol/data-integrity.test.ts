import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signDocument, verifyDocument } from './data-integrity.ts';
import { generateKeyPair, publicKeyOf } from './multikey.ts';

describe('a signed document', () => {
  const pair = generateKeyPair();
  const key = { ...pair, verificationMethod: 'https://waterveen.example/#key-1', created: '2026-03-04T05:00:01Z' };

  it('verifies under the key that signed it, whatever the order of its members, and under no other', () => {
    const other = generateKeyPair().publicKeyMultibase;
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => name !== 'proof'),
          fc.jsonValue(),
        ),
        (document) => {
          const signed = signDocument(document, key);
          expect(verifyDocument(Object.fromEntries(Object.entries(signed).toReversed()), pair.publicKeyMultibase)).toBe(
            true,
          );
          expect(verifyDocument(signed, other)).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is refused, not thrown at, when its proof is anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (proof) => {
        expect(verifyDocument({ name: 'x', proof }, pair.publicKeyMultibase)).toBe(false);
      }),
    );
  });

  it('has a key pair whose halves belong together', () => {
    expect(publicKeyOf(pair.secretKeyMultibase)).toBe(pair.publicKeyMultibase);
  });
});
