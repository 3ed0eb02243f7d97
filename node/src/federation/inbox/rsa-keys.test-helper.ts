import type { webcrypto } from 'node:crypto';

/** A pair of keys as short as servers take it: Fedify's own are twice as long, and take seconds to make. */
export const rsaKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2_048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
