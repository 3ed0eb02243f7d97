import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base58 } from '@scure/base';

/** An Ed25519 public key as a Multikey (`z6Mk…`). Source: W3C Controlled Identifiers 1.0, section 2.2.2. */
export type PublicKeyMultibase = string;

const ed25519PublicHeader = Uint8Array.of(0xed, 0x01);
const ed25519SecretHeader = Uint8Array.of(0x80, 0x26);
/** DER around a raw key (RFC 8410). */
const publicKeyDer = Buffer.from('302a300506032b6570032100', 'hex');
const privateKeyDer = Buffer.from('302e020100300506032b657004220420', 'hex');
const keyBytes = 32;

/** Thrown when a text is not an Ed25519 Multikey. */
export class MultikeyError extends Error {
  readonly code = 'multikey-invalid';
}

const encode = (header: Uint8Array, key: Uint8Array): string =>
  `z${base58.encode(Uint8Array.from([...header, ...key]))}`;

const decode = (multibase: string, header: Uint8Array): Buffer => {
  let bytes: Uint8Array;
  try {
    bytes = base58.decode(multibase.slice(1));
  } catch (cause) {
    throw new MultikeyError('not base58btc', { cause });
  }
  if (
    !multibase.startsWith('z') ||
    bytes.length !== header.length + keyBytes ||
    header.some((byte, at) => bytes[at] !== byte)
  )
    throw new MultikeyError('not an Ed25519 Multikey');
  return Buffer.from(bytes.subarray(header.length));
};

/** An Ed25519 secret key as a Multikey. */
export const secretMultikeyOf = (secretKey: KeyObject): string =>
  encode(ed25519SecretHeader, secretKey.export({ type: 'pkcs8', format: 'der' }).subarray(-keyBytes));

/** A new Ed25519 key pair; the secret as a Multikey too. */
export const generateKeyPair = (): {
  readonly publicKeyMultibase: PublicKeyMultibase;
  readonly secretKeyMultibase: string;
} => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKeyMultibase: encode(
      ed25519PublicHeader,
      publicKey.export({ type: 'spki', format: 'der' }).subarray(-keyBytes),
    ),
    secretKeyMultibase: secretMultikeyOf(privateKey),
  };
};

/** @throws {MultikeyError} */
export const importPublicKey = (multibase: PublicKeyMultibase): KeyObject =>
  createPublicKey({
    key: Buffer.concat([publicKeyDer, decode(multibase, ed25519PublicHeader)]),
    format: 'der',
    type: 'spki',
  });

/** @throws {MultikeyError} */
export const importSecretKey = (multibase: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([privateKeyDer, decode(multibase, ed25519SecretHeader)]),
    format: 'der',
    type: 'pkcs8',
  });

/** The public key that belongs to a secret one. */
export const publicKeyOf = (secretKeyMultibase: string): PublicKeyMultibase =>
  encode(
    ed25519PublicHeader,
    createPublicKey(importSecretKey(secretKeyMultibase)).export({ type: 'spki', format: 'der' }).subarray(-keyBytes),
  );
