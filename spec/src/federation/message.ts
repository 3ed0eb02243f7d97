/** A request as far as its signature is about it. */
export interface HttpMessage {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case; several values of one name are joined with a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: Uint8Array;
}

/** Has a request a body, that a signature has to cover? */
export const hasBody = ({ method }: HttpMessage): boolean => !['GET', 'HEAD'].includes(method.toUpperCase());

/** The value of a header; undefined where there is none. */
export const headerOf = ({ headers }: HttpMessage, name: string): string | undefined =>
  Object.hasOwn(headers, name) ? headers[name] : undefined;

/** Who signs: the id of a key, and its RSA private key in PEM. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKeyPem: string;
}

/** The two ways in which requests are signed. */
export type SignatureForm = 'draft-cavage' | 'rfc-9421';

/** A signature as a request carries it, not verified yet. */
export interface MessageSignature {
  readonly form: SignatureForm;
  readonly keyId: string;
  /** What it covers, in lower case. */
  readonly covered: readonly string[];
  /** When it was made, in milliseconds since 1970: the `Date` header, or `created`. */
  readonly signedAtMs: number;
  /** Until when it counts, where it says so. */
  readonly expiresAtMs?: number;
  /** The text that was signed. */
  readonly base: string;
  readonly signature: Uint8Array;
}

/** Why a request is not believed. */
export type SignatureFaultCode =
  /** It carries no signature. */
  | 'unsigned'
  /** What it carries can't be read, or is of a kind that nobody needs to know. */
  | 'malformed'
  /** The signature leaves out something that it has to cover. */
  | 'not-covered'
  /** The digest is missing, or not that of the body. */
  | 'other-digest'
  /** It was made too long ago, or for a time to come. */
  | 'other-time'
  /** It was not made with the key, or of something else. */
  | 'other-signature';

/** Why a request is not believed, in words for people too. */
export interface SignatureFault {
  readonly code: SignatureFaultCode;
  readonly words: string;
}

/** That a signature can't be read. */
export const malformedSignature = (words: string): SignatureFault => ({ code: 'malformed', words });
