import { sign } from 'node:crypto';
import { hasBody, type HttpMessage, type SigningKey } from './message.ts';

/** How a request is signed. */
export interface SigningOptions {
  readonly dateMs: number;
  /** Leaves out what a right signature has. */
  readonly covers?: readonly string[];
}

/** What a signature covers: all that it should, and of a request without a body not its digest. */
export const coversOf = (
  message: HttpMessage,
  { covers }: SigningOptions,
  right: { readonly covers: readonly string[]; readonly digest: string },
): readonly string[] => covers ?? right.covers.filter((name) => hasBody(message) || name !== right.digest);

/** The signature of a text, in base64. @param text undefined where something that is covered is missing */
export const signText = (
  text: string | undefined,
  covers: readonly string[],
  { privateKeyPem }: SigningKey,
): string => {
  if (text === undefined) throw new TypeError(`something is missing of: ${covers.join(', ')}`);
  return sign('sha256', Buffer.from(text), privateKeyPem).toString('base64');
};

/** What a signature says of its end. @param expires in seconds since 1970 */
export const expiryOf = (expires: string | undefined): { readonly expiresAtMs?: number } =>
  expires === undefined ? {} : { expiresAtMs: Number(expires) * 1_000 };
