import { createHash, createVerify } from 'node:crypto';
import type { InboxFault } from './flaws.ts';

/** A signature that was read, by rules of its own: nothing here is shared with the suite that is tested by it. */
export interface ReadSignature {
  readonly keyId: string;
  readonly faults: readonly InboxFault[];
  readonly isBy: (publicKeyPem: string) => boolean;
}

const skewUsualMs = 3_600_000;

const verify = (text: string, signature: string, publicKeyPem: string): boolean =>
  createVerify('RSA-SHA256').update(text).verify(publicKeyPem, signature, 'base64');

const digestOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('base64');

const judge = (
  parts: { readonly covers: readonly string[]; readonly needs: readonly string[]; readonly atMs: number },
  options: { readonly isDigestRight: boolean; readonly nowMs: number; readonly skewMs: number | undefined },
): readonly InboxFault[] => [
  ...(parts.needs.every((name) => parts.covers.includes(name)) ? [] : ['covers-too-little' as const]),
  ...(options.isDigestRight ? [] : ['other-digest' as const]),
  ...(Math.abs(parts.atMs - options.nowMs) <= (options.skewMs ?? skewUsualMs) ? [] : ['other-time' as const]),
];

/** Reads the signature of a POST; undefined where there is none. */
export const readSignatureOf = (
  request: Request,
  body: Uint8Array,
  clock: { readonly nowMs: number; readonly skewMs: number | undefined },
): (ReadSignature & { readonly form: 'draft-cavage' | 'rfc-9421' }) | undefined => {
  const signature = request.headers.get('signature');
  if (signature === null) return undefined;
  const url = new URL(request.url);
  const input = request.headers.get('signature-input');
  if (input === null) {
    const field = (name: string): string => signature.split(`${name}="`)[1]?.split('"')[0] ?? '';
    const covers = field('headers').split(' ');
    const text = covers
      .map((name) =>
        name === '(request-target)'
          ? `(request-target): post ${url.pathname}`
          : `${name}: ${request.headers.get(name)}`,
      )
      .join('\n');
    const isDigestRight = request.headers.get('digest') === `SHA-256=${digestOf(body)}`;
    const atMs = Date.parse(request.headers.get('date') ?? '');
    const needs = ['(request-target)', 'host', 'date', 'digest'];
    return {
      form: 'draft-cavage',
      keyId: field('keyId'),
      faults: judge({ covers, needs, atMs }, { isDigestRight, ...clock }),
      isBy: (pem) => verify(text, field('signature'), pem),
    };
  }
  const parameters = input.slice(input.indexOf('=') + 1);
  const covers = parameters.slice(1, parameters.indexOf(')')).replaceAll('"', '').split(' ');
  const values: Readonly<Record<string, string>> = { '@method': 'POST', '@target-uri': request.url };
  const text = [
    ...covers.map((name) => `"${name}": ${values[name] ?? request.headers.get(name)}`),
    `"@signature-params": ${parameters}`,
  ].join('\n');
  const isDigestRight = request.headers.get('content-digest') === `sha-256=:${digestOf(body)}:`;
  return {
    form: 'rfc-9421',
    keyId: /keyid="([^"]*)"/.exec(parameters)?.[1] ?? '',
    faults: judge(
      {
        covers,
        needs: ['@method', '@target-uri', 'content-digest'],
        atMs: Number(/created=(\d+)/.exec(parameters)?.[1]) * 1_000,
      },
      { isDigestRight, ...clock },
    ),
    isBy: (pem) => verify(text, signature.slice(signature.indexOf('=:') + 2, -1), pem),
  };
};
