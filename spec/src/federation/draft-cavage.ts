import { sign } from 'node:crypto';
import { digestHeader } from './http-digest.ts';
import {
  type HttpMessage,
  malformedSignature,
  type MessageSignature,
  type SignatureFault,
  type SigningKey,
} from './message.ts';

/** What such a signature of a POST has to cover. */
export const draftCavageCovers: readonly string[] = ['(request-target)', 'host', 'date', 'digest'];

/** The text that is signed; undefined where a header is missing. Source: draft-cavage-http-signatures-12, section 2.3. */
const signingString = (covered: readonly string[], message: HttpMessage): string | undefined => {
  const { pathname, search } = new URL(message.url);
  const lines = covered.map((name) => {
    if (name === '(request-target)') return `${name}: ${message.method.toLowerCase()} ${pathname}${search}`;
    const value = message.headers[name];
    return value === undefined ? undefined : `${name}: ${value}`;
  });
  return lines.includes(undefined) ? undefined : lines.join('\n');
};

/**
 * The headers that sign a request, host, date and digest among them. Source: draft-cavage-http-signatures-12.
 * @param message what is sent; headers that it has already are kept
 * @param options `covers` leaves out what a right signature has
 */
export const signDraftCavage = (
  message: HttpMessage,
  key: SigningKey,
  options: { readonly dateMs: number; readonly covers?: readonly string[] },
): Readonly<Record<string, string>> => {
  const covers = options.covers ?? draftCavageCovers;
  const headers = {
    host: new URL(message.url).host,
    date: new Date(options.dateMs).toUTCString(),
    digest: digestHeader(message.body),
    ...message.headers,
  };
  const text = signingString(covers, { ...message, headers });
  if (text === undefined) throw new TypeError(`a header is missing of: ${covers.join(', ')}`);
  const signature = sign('sha256', Buffer.from(text), key.privateKeyPem).toString('base64');
  return {
    ...headers,
    signature: `keyId="${key.keyId}",algorithm="rsa-sha256",headers="${covers.join(' ')}",signature="${signature}"`,
  };
};

const parameterPattern = /([a-z]+)=(?:"([^"]*)"|(\d+))/gi;
const algorithms: ReadonlySet<string> = new Set(['rsa-sha256', 'hs2019']);

/** Reads such a signature off a request. */
export const readDraftCavage = (message: HttpMessage): MessageSignature | SignatureFault => {
  const header = message.headers['signature'] ?? '';
  const parameters = new Map(
    Array.from(header.matchAll(parameterPattern), ([, name = '', text, number]) => [name, text ?? number ?? '']),
  );
  const keyId = parameters.get('keyId');
  const signature = parameters.get('signature');
  if (keyId === undefined || signature === undefined) return malformedSignature('Signature has no keyId and signature');
  if (!algorithms.has(parameters.get('algorithm') ?? 'hs2019'))
    return malformedSignature(`the algorithm is ${parameters.get('algorithm')} instead of rsa-sha256`);
  const covered = (parameters.get('headers') ?? 'date').toLowerCase().split(/\s+/);
  const base = signingString(covered, message);
  if (base === undefined)
    return malformedSignature(`a header is missing of those that are signed: ${covered.join(', ')}`);
  return {
    form: 'draft-cavage',
    keyId,
    covered,
    signedAtMs: Date.parse(message.headers['date'] ?? ''),
    base,
    signature: Buffer.from(signature, 'base64'),
  };
};
