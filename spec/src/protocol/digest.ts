import { hash } from 'node:crypto';

/** The sum of the digest terms of all live things, modulo 2^256. */
export type SetDigest = bigint;

const modulus = 1n << 256n;

/** SHA-256, in lower-case hex, of the JCS text of a thing's data without `@context`. */
export const dataHash = (canonicalData: string): string => hash('sha256', canonicalData, 'hex');

/** What one thing adds to the set digest: SHA-256 of its absolute id, a line feed, and its data hash in hex. */
export const digestTerm = (id: string, hashOfData: string): bigint =>
  BigInt(`0x${hash('sha256', `${id}\n${hashOfData}`, 'hex')}`);

export const addToDigest = (digest: SetDigest, term: bigint): SetDigest => (digest + term) % modulus;
export const subtractFromDigest = (digest: SetDigest, term: bigint): SetDigest => (digest - term + modulus) % modulus;

/** 64 lower-case hex digits. */
export const formatDigest = (digest: SetDigest): string => digest.toString(16).padStart(64, '0');
/** @throws {SyntaxError} when it is not hex */
export const parseDigest = (formatted: string): SetDigest => BigInt(`0x${formatted}`);
