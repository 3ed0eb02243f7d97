import { generateKeyPairSync, hash, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signDraftCavage } from './draft-cavage.ts';
import { type HttpMessage, hasBody } from './message.ts';
import { signRfc9421 } from './rfc-9421.ts';
import {
  isSignatureFault,
  readSignature,
  signatureAgeMsMax,
  signatureExpiryMsMax,
  signatureFaultOf,
} from './verify-message.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const key = { keyId: 'https://a.example/ann#main-key', privateKeyPem: privateKey };
const nowMs = Date.parse('2026-03-10T12:00:00Z');
const second = nowMs / 1_000;
const body = Buffer.from('{}');
const post: HttpMessage = { method: 'POST', url: 'https://b.example/inbox', headers: {}, body };
const get: HttpMessage = { ...post, method: 'GET', url: 'https://b.example/outbox?page=2', body: Buffer.alloc(0) };

type Headers = Readonly<Record<string, string>>;
const judge = (headers: Headers, message: HttpMessage = post): string => {
  const whole = { ...message, headers };
  const signature = readSignature(whole);
  if (isSignatureFault(signature)) return signature.code;
  return signatureFaultOf(whole, signature, publicKey, nowMs)?.code ?? 'right';
};
const draft = signDraftCavage(post, key, { dateMs: nowMs });
const newer = signRfc9421(post, key, { dateMs: nowMs });
const field = draft['signature'] ?? '';
const input = newer['signature-input'] ?? '';

const rsa = (text: string): string => sign('sha256', Buffer.from(text), privateKey).toString('base64');
const contentDigest = newer['content-digest'] ?? '';
/** Signed by hand: components with their values, and parameters. */
const written = (
  components: readonly (readonly [string, string])[],
  parameters: string,
  sent = parameters,
): Headers => {
  const list = components.map(([name]) => `"${name}"`).join(' ');
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  return {
    'content-digest': contentDigest,
    'signature-input': `sig1=(${list})${sent}`,
    signature: `sig1=:${rsa([...lines, `"@signature-params": (${list})${parameters}`].join('\n'))}:`,
  };
};
const usual = [
  ['@method', 'POST'],
  ['@target-uri', post.url],
  ['content-digest', contentDigest],
] as const;
const parameters = `;created=${second};keyid="${key.keyId}"`;

describe('a draft-cavage field', () => {
  it.each([
    ['as it was signed', field, 'right'],
    ['with spaces between', field.replaceAll('",', '" , '), 'right'],
    ['with a key twice', `keyId="https://evil.example/key",${field}`, 'malformed'],
    ['with something behind a value', field.replace('",algorithm', '"x,algorithm'), 'malformed'],
    ['with something before', `x ${field}`, 'malformed'],
    ['with a quote within', field.replace('keyId="', 'keyId="\\"'), 'malformed'],
    ['of two fields', `${field}, ${field}`, 'malformed'],
  ])('%s', (_, signature, expected) => expect(judge({ ...draft, signature })).toBe(expected));

  it('may say when it was made and when it ends', () => {
    const at = (expires: number): Headers => {
      const text = `(request-target): post /inbox\nhost: b.example\ndate: ${draft['date']}\ndigest: ${draft['digest']}\n(created): ${second}\n(expires): ${expires}`;
      const signature = `keyId="${key.keyId}",created=${second},expires=${expires},headers="(request-target) host date digest (created) (expires)",signature="${rsa(text)}"`;
      return { ...draft, signature };
    };
    const past = signatureExpiryMsMax / 1_000;
    expect([second + 1, second - past, second - past - 1].map((expires) => judge(at(expires)))).toEqual([
      'right',
      'right',
      'other-time',
    ]);
  });
});

describe('an RFC 9421 field', () => {
  it.each([
    ['as it was signed', input, 'right'],
    ['with spaces that are not signed', input.replaceAll(';', '; ').replace('("', '( "'), 'right'],
    ['of two signatures', `${input}, sig2=${input.slice(5)}`, 'malformed'],
    [
      'with a component that has a parameter',
      input.replace('"content-digest"', '"content-digest";x="()"'),
      'malformed',
    ],
    ['with a parameter twice', input.replace(';keyid', ';keyid="https://evil.example/key";keyid'), 'malformed'],
    ['with a component twice', input.replace('("@method"', '("@method" "@method"'), 'malformed'],
    ['with something behind', `${input} x`, 'malformed'],
    [
      'with a component that is a word of JavaScript',
      input.replace('"@method"', '"constructor" "@method"'),
      'malformed',
    ],
    ['with another', input.replace('"@method"', '"__proto__" "@method"'), 'malformed'],
  ])('%s', (_, text, expected) => expect(judge({ ...newer, 'signature-input': text })).toBe(expected));

  it('has one signature, of its label', () => {
    const { signature = '' } = newer;
    expect(judge({ ...newer, signature: signature.replace('sig1', 'sig2') })).toBe('malformed');
    expect(judge({ ...newer, signature: `${signature}, ${signature}` })).toBe('malformed');
  });

  it('may name the target in other ways, and end', () => {
    const ends = (seconds: number): Headers => written(usual, `${parameters};expires=${seconds}`);
    const past = signatureExpiryMsMax / 1_000;
    expect(judge(ends(second - past))).toBe('right');
    expect(judge(ends(second - past - 1))).toBe('other-time');
    const inParts = [
      ['@method', 'POST'],
      ['@authority', 'b.example'],
      ['@request-target', '/inbox'],
      usual[2],
    ] as const;
    expect(judge(written(inParts, parameters))).toBe('right');
  });
});

const withDigest = (digest: string): string =>
  judge(signDraftCavage({ ...post, headers: { digest } }, key, { dateMs: nowMs }));

it('of a digest, every one that counts is that of the body, and there is one', () => {
  const [sha1, sha256, sha512] = ['sha1', 'sha256', 'sha512'].map((name) => hash(name, body, 'base64'));
  expect(withDigest(`SHA-512=${sha512}`)).toBe('right');
  expect(withDigest(`SHA=${sha1},sha-256=${sha256}`)).toBe('right');
  expect(withDigest(`SHA-256=${sha256}, SHA-512=${sha256}`)).toBe('other-digest');
  expect(withDigest(`SHA=${sha1}`)).toBe('other-digest');
});

it('what is only read has no digest, and its query counts', () => {
  for (const signed of [signDraftCavage, signRfc9421]) {
    const headers = signed(get, key, { dateMs: nowMs });
    expect(Object.keys(headers).some((name) => name.includes('digest'))).toBe(hasBody(get));
    expect(judge(headers, get)).toBe('right');
    expect(judge(headers, { ...get, url: get.url.replace('2', '3') })).toBe('other-signature');
    const late = { dateMs: nowMs - signatureAgeMsMax - 1_000 };
    expect(judge(signed(get, key, late), get)).toBe('other-time');
  }
});

it('no field makes it fail', () => {
  const name = fc.constantFrom('constructor', '__proto__', 'toString', 'date', '@method', '@toString');
  const text = fc.oneof(
    fc.string(),
    fc.array(name).map((names) => `sig1=(${names.map((one) => `"${one}"`).join(' ')});created=1;keyid="k"`),
    fc.array(name).map((names) => `keyId="k",headers="${names.join(' ')}",signature="YQ=="`),
  );
  fc.assert(
    fc.property(text, fc.option(text), (signature, signatureInput) => {
      const more = signatureInput === null ? {} : { 'signature-input': signatureInput };
      expect(judge({ signature, ...more })).not.toBe('right');
    }),
  );
});
