import { digestHeader } from './http-digest.ts';
import {
  hasBody,
  headerOf,
  type HttpMessage,
  malformedSignature,
  type MessageSignature,
  type SignatureFault,
  type SigningKey,
} from './message.ts';
import { coversOf, expiryOf, signText, type SigningOptions } from './sign-text.ts';

/** What such a signature of a POST has to cover. */
export const draftCavageCovers: readonly string[] = ['(request-target)', 'host', 'date', 'digest'];

type Parameters = ReadonlyMap<string, string>;

/** The text that is signed; undefined where a header is missing. Source: draft-cavage-http-signatures-12, section 2.3. */
const signingString = (
  covered: readonly string[],
  message: HttpMessage,
  parameters: Parameters = new Map(),
): string | undefined => {
  const { pathname, search } = new URL(message.url);
  const lines = covered.map((name) => {
    if (name === '(request-target)') return `${name}: ${message.method.toLowerCase()} ${pathname}${search}`;
    const isParameter = name === '(created)' || name === '(expires)';
    const value = isParameter ? parameters.get(name.slice(1, -1)) : headerOf(message, name);
    return value === undefined ? undefined : `${name}: ${value}`;
  });
  return lines.includes(undefined) ? undefined : lines.join('\n');
};

/**
 * The headers that sign a request, host, date and digest among them. Source: draft-cavage-http-signatures-12.
 * @param message what is sent; headers that it has already are kept
 */
export const signDraftCavage = (
  message: HttpMessage,
  key: SigningKey,
  options: SigningOptions,
): Readonly<Record<string, string>> => {
  const covers = coversOf(message, options, { covers: draftCavageCovers, digest: 'digest' });
  const headers = {
    host: new URL(message.url).host,
    date: new Date(options.dateMs).toUTCString(),
    ...(hasBody(message) ? { digest: digestHeader(message.body) } : {}),
    ...message.headers,
  };
  const text = signingString(covers, { ...message, headers });
  const signature = signText(text, covers, key);
  return {
    ...headers,
    signature: `keyId="${key.keyId}",algorithm="rsa-sha256",headers="${covers.join(' ')}",signature="${signature}"`,
  };
};

const parameterPattern = /[ \t]*([A-Za-z]+)=(?:"([^"\\]*)"|(\d+(?:\.\d+)?))[ \t]*(?:,|$)/y;
const algorithms: ReadonlySet<string> = new Set(['rsa-sha256', 'hs2019']);

/**
 * The parameters of a whole field; undefined for anything else, and where one stands twice:
 * of two keys somebody else could take the other.
 */
const parametersOf = (field: string): Parameters | undefined => {
  const parameters = new Map<string, string>();
  let at = 0;
  while (at < field.length) {
    parameterPattern.lastIndex = at;
    const [whole, name, text, number] = parameterPattern.exec(field) ?? [];
    if (whole === undefined || name === undefined || parameters.has(name)) return undefined;
    parameters.set(name, text ?? number ?? '');
    at += whole.length;
  }
  return parameters;
};

/** Reads such a signature off a request. */
export const readDraftCavage = (message: HttpMessage): MessageSignature | SignatureFault => {
  const parameters = parametersOf(headerOf(message, 'signature') ?? '');
  if (parameters === undefined) return malformedSignature('Signature is not a list of parameters, each of them once');
  const keyId = parameters.get('keyId');
  const signature = parameters.get('signature');
  if (keyId === undefined || signature === undefined) return malformedSignature('Signature has no keyId and signature');
  if (!algorithms.has(parameters.get('algorithm') ?? 'hs2019'))
    return malformedSignature(`the algorithm is ${parameters.get('algorithm')} instead of rsa-sha256`);
  const covered = (parameters.get('headers') ?? 'date').toLowerCase().split(/\s+/);
  const base = signingString(covered, message, parameters);
  if (base === undefined)
    return malformedSignature(`a header is missing of those that are signed: ${covered.join(', ')}`);
  return {
    form: 'draft-cavage',
    keyId,
    covered,
    signedAtMs: Date.parse(headerOf(message, 'date') ?? ''),
    ...expiryOf(parameters.get('expires')),
    base,
    signature: Buffer.from(signature, 'base64'),
  };
};
