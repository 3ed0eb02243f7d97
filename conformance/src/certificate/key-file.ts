import { generateKeyPair, importPublicKey, MultikeyError, publicKeyOf } from '@openstraat/spec';
import { z } from 'zod';
import { certificateLimits } from './limits.ts';

const nameSchema = z.string().min(1).max(certificateLimits.nameCharactersMax);
const multikeyObject = { type: z.literal('Multikey'), name: nameSchema, publicKeyMultibase: z.string() } as const;
const issuerKeySchema = z.object({ ...multikeyObject, secretKeyMultibase: z.string() });
const trustedIssuerSchema = z.object({ ...multikeyObject, name: nameSchema.optional() });

/** A key to sign with: a secret. */
export type IssuerKey = z.infer<typeof issuerKeySchema>;
/** Somebody whose certificates count, because the user says so. */
export type TrustedIssuer = Pick<z.infer<typeof trustedIssuerSchema>, 'publicKeyMultibase'> & {
  readonly name?: string | undefined;
};

/** Thrown when a key can't be read; says what is wrong, never what the key is. */
export class KeyInvalidError extends Error {
  readonly code = 'key-invalid';
}

const parseWith = <T>(schema: z.ZodType<T>, text: string, what: string): T => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    // Not the cause's own words: a parser quotes what it reads, and this may be a secret.
    const paths = cause instanceof z.ZodError ? cause.issues.map(({ path }) => path.join('.')).join(', ') : '';
    throw new KeyInvalidError(paths === '' ? `${what} is not JSON` : `${what} has no proper ${paths}`);
  }
};

/** A new key pair of a name, as `keygen` writes it. */
export const makeIssuerKey = (name: string): IssuerKey => ({ type: 'Multikey', name, ...generateKeyPair() });

/** The part of it that others get. */
export const issuerOf = ({ type, name, publicKeyMultibase }: IssuerKey): Omit<IssuerKey, 'secretKeyMultibase'> => ({
  type,
  name,
  publicKeyMultibase,
});

/** Reads a key file. @throws {KeyInvalidError} */
export const parseIssuerKey = (text: string, what: string): IssuerKey => {
  const key = parseWith(issuerKeySchema, text, what);
  let isPair = false;
  try {
    isPair = publicKeyOf(key.secretKeyMultibase) === key.publicKeyMultibase;
  } catch (error) {
    if (!(error instanceof MultikeyError)) throw error;
  }
  if (!isPair) throw new KeyInvalidError(`the secret key of ${what} does not belong to its public key`);
  return key;
};

/** Reads an issuer: a file that `keygen` wrote, or a public Multikey as it is. @throws {KeyInvalidError} */
export const parseTrustedIssuer = (text: string, what: string): TrustedIssuer => {
  const words = text.trim();
  const issuer: TrustedIssuer = words.startsWith('{')
    ? parseWith(trustedIssuerSchema, words, what)
    : { publicKeyMultibase: words };
  try {
    importPublicKey(issuer.publicKeyMultibase);
  } catch {
    throw new KeyInvalidError(`${what} is not an Ed25519 public key as a Multikey (z6Mk…)`);
  }
  return { publicKeyMultibase: issuer.publicKeyMultibase, ...(issuer.name === undefined ? {} : { name: issuer.name }) };
};
