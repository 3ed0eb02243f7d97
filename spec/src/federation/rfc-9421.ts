import { contentDigestHeader } from './http-digest.ts';
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
export const rfc9421Covers: readonly string[] = ['@method', '@target-uri', 'content-digest'];

const algorithm = 'rsa-v1_5-sha256';

/** Source: RFC 9421, section 2.2. */
const derived: Readonly<Record<string, (message: HttpMessage) => string>> = {
  '@method': ({ method }) => method.toUpperCase(),
  '@target-uri': ({ url }) => new URL(url).href,
  '@authority': ({ url }) => new URL(url).host,
  '@scheme': ({ url }) => new URL(url).protocol.slice(0, -1),
  '@path': ({ url }) => new URL(url).pathname,
  '@request-target': ({ url }) => new URL(url).pathname + new URL(url).search,
  '@query': ({ url }) => new URL(url).search || '?',
};

/** The text that is signed; undefined where a component is missing or unknown. Source: RFC 9421, section 2.5. */
const signatureBase = (covered: readonly string[], parameters: string, message: HttpMessage): string | undefined => {
  const lines = covered.map((name) => {
    const value = Object.hasOwn(derived, name) ? derived[name]?.(message) : headerOf(message, name)?.trim();
    return value === undefined ? undefined : `"${name}": ${value}`;
  });
  return lines.includes(undefined) ? undefined : [...lines, `"@signature-params": ${parameters}`].join('\n');
};

/**
 * The headers that sign a request, the digest among them. Source: RFC 9421, RFC 9530.
 * @param message what is sent; headers that it has already are kept
 */
export const signRfc9421 = (
  message: HttpMessage,
  key: SigningKey,
  options: SigningOptions,
): Readonly<Record<string, string>> => {
  const covers = coversOf(message, options, { covers: rfc9421Covers, digest: 'content-digest' });
  const digest = hasBody(message) ? { 'content-digest': contentDigestHeader(message.body) } : {};
  const headers = { ...digest, ...message.headers };
  const list = covers.map((name) => `"${name}"`).join(' ');
  const parameters = `(${list});created=${Math.floor(options.dateMs / 1_000)};keyid="${key.keyId}";alg="${algorithm}"`;
  const base = signatureBase(covers, parameters, { ...message, headers });
  const signature = signText(base, covers, key);
  return { ...headers, 'signature-input': `sig1=${parameters}`, signature: `sig1=:${signature}:` };
};

// One signature, of components without parameters of their own: nobody in the Fediverse sends others.
const inputPattern =
  /^[ \t]*([a-z*][a-z0-9_.*-]*)=\( *((?:"@?[a-z0-9_.-]+"(?: +|(?=\))))*)\)((?:; *[a-z*][a-z0-9_.*-]*=(?:"(?:[^"\\]|\\["\\])*"|-?\d+))*)[ \t]*$/;
const parameterPattern = /; *([a-z*][a-z0-9_.*-]*)=("(?:[^"\\]|\\["\\])*"|-?\d+)/g;
const signaturePattern = /^[ \t]*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):[ \t]*$/;

interface SignatureInput {
  readonly label: string;
  readonly covered: readonly string[];
  readonly parameters: ReadonlyMap<string, string>;
  /** As it is signed: without the spaces that a field may have. */
  readonly written: string;
}

/** Reads a whole field; undefined for anything else, and where a component or a parameter stands twice. */
const readInput = (field: string): SignatureInput | undefined => {
  const input = inputPattern.exec(field);
  if (input === null) return undefined;
  const [, label = '', list = '', rest = ''] = input;
  const covered = Array.from(list.matchAll(/"([^"]+)"/g), ([, name = '']) => name);
  const entries = Array.from(rest.matchAll(parameterPattern), ([, name = '', value = '']) => [name, value] as const);
  const parameters = new Map(
    entries.map(([name, value]) => [
      name,
      value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value,
    ]),
  );
  if (new Set(covered).size < covered.length || parameters.size < entries.length) return undefined;
  const names = covered.map((name) => `"${name}"`).join(' ');
  return {
    label,
    covered,
    parameters,
    written: `(${names})${entries.map(([name, value]) => `;${name}=${value}`).join('')}`,
  };
};

/** Reads such a signature off a request. */
export const readRfc9421 = (message: HttpMessage): MessageSignature | SignatureFault => {
  const input = readInput(headerOf(message, 'signature-input') ?? '');
  if (input === undefined)
    return malformedSignature('Signature-Input is not one signature with its parameters, each of them once');
  const { label, covered, parameters, written } = input;
  const keyId = parameters.get('keyid');
  const created = parameters.get('created');
  if (keyId === undefined || created === undefined)
    return malformedSignature('Signature-Input has no keyid and created');
  if (!['', algorithm].includes(parameters.get('alg') ?? ''))
    return malformedSignature(`the algorithm is ${parameters.get('alg')} instead of ${algorithm}`);
  const [, signed, signature = ''] = signaturePattern.exec(headerOf(message, 'signature') ?? '') ?? [];
  if (signed !== label) return malformedSignature(`Signature is not one of ${label}`);
  const base = signatureBase(covered, written, message);
  if (base === undefined)
    return malformedSignature(`a component is missing of those that are signed: ${covered.join(', ')}`);
  return {
    form: 'rfc-9421',
    keyId,
    covered,
    signedAtMs: Number(created) * 1_000,
    ...expiryOf(parameters.get('expires')),
    base,
    signature: Buffer.from(signature, 'base64'),
  };
};
