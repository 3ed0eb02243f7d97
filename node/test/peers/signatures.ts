import { createHash, type KeyObject, sign, verify } from 'node:crypto';

/*
 * HTTP signatures as the specifications have them, for peers that share no code with the node:
 * draft-cavage-http-signatures-12 with rsa-sha256, and RFC 9421 with rsa-v1_5-sha256 and RFC 9530's Content-Digest.
 */

export type SignatureSpec = 'draft-cavage' | 'rfc9421';

/** A request as it goes over the wire. */
export interface Wire {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SigningKey {
  readonly id: string;
  readonly secret: KeyObject;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

const rsa = (text: string, { secret }: SigningKey): string =>
  sign('sha256', Buffer.from(text), secret).toString('base64');

const pathOf = ({ pathname, search }: URL): string => pathname + search;

const draftText = (names: readonly string[], { method, url, headers }: Wire): string =>
  names
    .map((name) =>
      name === '(request-target)'
        ? `(request-target): ${method.toLowerCase()} ${pathOf(url)}`
        : `${name}: ${headers[name] ?? ''}`,
    )
    .join('\n');

const signDraft = (wire: Wire, key: SigningKey, nowMs: number): Wire => {
  const headers: Record<string, string> = {
    host: wire.url.host,
    date: new Date(nowMs).toUTCString(),
    ...(wire.method === 'POST' ? { digest: `SHA-256=${sha256(wire.body)}` } : {}),
    ...wire.headers,
  };
  const names = ['(request-target)', 'host', 'date', ...(wire.method === 'POST' ? ['digest'] : [])];
  const signature = rsa(draftText(names, { ...wire, headers }), key);
  headers['signature'] =
    `keyId="${key.id}",algorithm="rsa-sha256",headers="${names.join(' ')}",signature="${signature}"`;
  return { ...wire, headers };
};

const component = (name: string, { method, url, headers }: Wire): string =>
  ({ '@method': method, '@target-uri': url.href, '@authority': url.host, '@path': url.pathname })[name] ??
  headers[name] ??
  '';

const baseOf = (components: readonly string[], parameters: string, wire: Wire): string =>
  [
    ...components.map((name) => `"${name}": ${component(name, wire)}`),
    `"@signature-params": (${components.map((name) => `"${name}"`).join(' ')})${parameters}`,
  ].join('\n');

const signRfc9421 = (wire: Wire, key: SigningKey, nowMs: number): Wire => {
  const headers: Record<string, string> = {
    ...(wire.method === 'POST' ? { 'content-digest': `sha-256=:${sha256(wire.body)}:` } : {}),
    ...wire.headers,
  };
  const components = ['@method', '@target-uri', ...(wire.method === 'POST' ? ['content-digest'] : [])];
  const parameters = `;created=${Math.floor(nowMs / 1_000)};keyid="${key.id}";alg="rsa-v1_5-sha256"`;
  const signature = rsa(baseOf(components, parameters, { ...wire, headers }), key);
  headers['signature-input'] = `sig1=(${components.map((name) => `"${name}"`).join(' ')})${parameters}`;
  headers['signature'] = `sig1=:${signature}:`;
  return { ...wire, headers };
};

/** Signs a request; headers that it has already stay as they are. */
export const signWire = (spec: SignatureSpec, wire: Wire, key: SigningKey, nowMs: number): Wire =>
  spec === 'rfc9421' ? signRfc9421(wire, key, nowMs) : signDraft(wire, key, nowMs);

/** How a request says that it is signed; undefined when it is not. */
export const specOf = ({ headers }: Wire): SignatureSpec | undefined => {
  if (headers['signature'] === undefined) return undefined;
  return headers['signature-input'] === undefined ? 'draft-cavage' : 'rfc9421';
};

/** The key that a request says it is signed with. */
export const keyIdOf = ({ headers }: Wire): string | undefined =>
  /keyid="([^"]+)"/i.exec(`${headers['signature-input'] ?? ''} ${headers['signature'] ?? ''}`)?.[1];

const isDraftRight = (wire: Wire, key: KeyObject): boolean => {
  const field = wire.headers['signature'] ?? '';
  const names = (/headers="([^"]+)"/.exec(field)?.[1] ?? '').split(' ');
  const signature = /signature="([^"]+)"/.exec(field)?.[1] ?? '';
  const wanted = ['(request-target)', 'host', 'date', ...(wire.method === 'POST' ? ['digest'] : [])];
  if (!wanted.every((name) => names.includes(name))) return false;
  if (wire.method === 'POST' && wire.headers['digest'] !== `SHA-256=${sha256(wire.body)}`) return false;
  return verify('sha256', Buffer.from(draftText(names, wire)), key, Buffer.from(signature, 'base64'));
};

const isRfc9421Right = (wire: Wire, key: KeyObject): boolean => {
  const [, label = '', list = '', parameters = ''] =
    /^([a-z0-9]+)=\(([^)]*)\)(.*)$/.exec(wire.headers['signature-input'] ?? '') ?? [];
  const components = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  if (wire.method === 'POST') {
    if (!components.includes('content-digest')) return false;
    if (!(wire.headers['content-digest'] ?? '').includes(`sha-256=:${sha256(wire.body)}:`)) return false;
  }
  const signature = new RegExp(`${label}=:([^:]+):`).exec(wire.headers['signature'] ?? '')?.[1] ?? '';
  return verify('sha256', Buffer.from(baseOf(components, parameters, wire)), key, Buffer.from(signature, 'base64'));
};

/** Whether the signature of a request is right. */
export const isSignatureRight = (wire: Wire, key: KeyObject): boolean =>
  specOf(wire) === 'rfc9421' ? isRfc9421Right(wire, key) : isDraftRight(wire, key);
