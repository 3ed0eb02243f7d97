import { sign } from 'node:crypto';
import { contentDigestHeader } from './http-digest.ts';
import {
  type HttpMessage,
  malformedSignature,
  type MessageSignature,
  type SignatureFault,
  type SigningKey,
} from './message.ts';

/** What such a signature of a POST has to cover. */
export const rfc9421Covers: readonly string[] = ['@method', '@target-uri', 'content-digest'];

const algorithm = 'rsa-v1_5-sha256';

/** Source: RFC 9421, section 2.2. */
const derived: Readonly<Record<string, (message: HttpMessage) => string>> = {
  '@method': ({ method }) => method.toUpperCase(),
  '@target-uri': ({ url }) => new URL(url).href,
  '@authority': ({ url }) => new URL(url).host,
  '@scheme': ({ url }) => new URL(url).protocol.slice(0, -1),
  '@path': ({ url }) => new URL(url).pathname,
  '@query': ({ url }) => new URL(url).search || '?',
};

/** The text that is signed; undefined where a component is missing or unknown. Source: RFC 9421, section 2.5. */
const signatureBase = (covered: readonly string[], parameters: string, message: HttpMessage): string | undefined => {
  const lines = covered.map((name) => {
    const value = derived[name]?.(message) ?? message.headers[name]?.trim();
    return value === undefined ? undefined : `"${name}": ${value}`;
  });
  return lines.includes(undefined) ? undefined : [...lines, `"@signature-params": ${parameters}`].join('\n');
};

/**
 * The headers that sign a request, the digest among them. Source: RFC 9421, RFC 9530.
 * @param message what is sent; headers that it has already are kept
 * @param options `covers` leaves out what a right signature has
 */
export const signRfc9421 = (
  message: HttpMessage,
  key: SigningKey,
  options: { readonly dateMs: number; readonly covers?: readonly string[] },
): Readonly<Record<string, string>> => {
  const covers = options.covers ?? rfc9421Covers;
  const headers = { 'content-digest': contentDigestHeader(message.body), ...message.headers };
  const list = covers.map((name) => `"${name}"`).join(' ');
  const parameters = `(${list});created=${Math.floor(options.dateMs / 1_000)};keyid="${key.keyId}";alg="${algorithm}"`;
  const base = signatureBase(covers, parameters, { ...message, headers });
  if (base === undefined) throw new TypeError(`a component is missing of: ${covers.join(', ')}`);
  const signature = sign('sha256', Buffer.from(base), key.privateKeyPem).toString('base64');
  return { ...headers, 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` };
};

// One signature, of components without parameters of their own: nobody in the Fediverse sends others.
const inputPattern =
  /^\s*([a-z*][a-z0-9_.*-]*)=(\(((?:"[^"]+" *)*)\)((?:;[a-z*][a-z0-9_.*-]*=(?:"(?:[^"\\]|\\.)*"|-?\d+))*))\s*$/;
const parameterPattern = /;([a-z*][a-z0-9_.*-]*)=(?:"((?:[^"\\]|\\.)*)"|(-?\d+))/g;

/** Reads such a signature off a request. */
export const readRfc9421 = (message: HttpMessage): MessageSignature | SignatureFault => {
  const input = inputPattern.exec(message.headers['signature-input'] ?? '');
  if (input === null) return malformedSignature('Signature-Input is not one signature with its parameters');
  const [, label = '', parameters = '', list = '', rest = ''] = input;
  const values = new Map(
    Array.from(rest.matchAll(parameterPattern), ([, name = '', text, number]) => [name, text ?? number ?? '']),
  );
  const keyId = values.get('keyid');
  const created = values.get('created');
  if (keyId === undefined || created === undefined)
    return malformedSignature('Signature-Input has no keyid and created');
  if (!['', algorithm].includes(values.get('alg') ?? ''))
    return malformedSignature(`the algorithm is ${values.get('alg')} instead of ${algorithm}`);
  const start = `${label}=:`;
  const signature = (message.headers['signature'] ?? '').trim();
  if (!signature.startsWith(start) || !signature.endsWith(':'))
    return malformedSignature(`Signature is not one of ${label}`);
  const covered = Array.from(list.matchAll(/"([^"]+)"/g), ([, name = '']) => name);
  const base = signatureBase(covered, parameters, message);
  if (base === undefined)
    return malformedSignature(`a component is missing of those that are signed: ${covered.join(', ')}`);
  return {
    form: 'rfc-9421',
    keyId,
    covered,
    signedAtMs: Number(created) * 1_000,
    base,
    signature: Buffer.from(signature.slice(start.length, -1), 'base64'),
  };
};
