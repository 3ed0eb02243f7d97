import { describe, expect, it } from 'vitest';
import { inboxLimits } from './limits.ts';
import { readSignature } from './read-signature.ts';

const origin = 'https://a.example';
const nowMs = Date.parse('2026-11-22T12:00:00Z');
const hourMs = inboxLimits.dateSkewMsMax;

const draft = (headers = '(request-target) host date digest', atMs = nowMs, key = `${origin}/actor#main-key`) => ({
  signature: `keyId="${key}",algorithm="rsa-sha256",headers="${headers}",signature="YQ=="`,
  date: new Date(atMs).toUTCString(),
});
const newer = (
  components = '"@method" "@target-uri" "content-digest"',
  parameters = `;created=${nowMs / 1_000};keyid="${origin}/actor#main-key"`,
  label = 'sig1',
) => ({ 'signature-input': `${label}=(${components})${parameters}`, signature: `${label}=:YQ==:` });

const read = (headers: Readonly<Record<string, string>>): string => {
  const reading = readSignature(new Headers(headers), origin, nowMs, inboxLimits);
  return reading.ok ? reading.signature.spec : reading.because;
};

const several = (count: number) => ({
  'signature-input': Array.from(
    { length: count },
    (_, n) => newer(undefined, undefined, `s${n}`)['signature-input'],
  ).join(', '),
  signature: 's0=:YQ==:',
});

describe('a signature', () => {
  it.each([
    ['as older servers make it', draft(), 'draft-cavage'],
    ['with more covered', draft('(request-target) host date digest content-type'), 'draft-cavage'],
    ['an hour old', draft(undefined, nowMs - hourMs), 'draft-cavage'],
    ['older than an hour', draft(undefined, nowMs - hourMs - 1_000), 'bad-signature'],
    ['an hour ahead', draft(undefined, nowMs + hourMs), 'draft-cavage'],
    ['further ahead', draft(undefined, nowMs + hourMs + 1_000), 'bad-signature'],
    ['without a date', { ...draft(), date: '' }, 'bad-signature'],
    ['without the host', draft('(request-target) date digest'), 'bad-signature'],
    ['without the digest', draft('(request-target) host date'), 'bad-signature'],
    ['without the target', draft('host date digest'), 'bad-signature'],
    ['of another host', draft(undefined, nowMs, 'https://b.example/actor#main-key'), 'bad-signature'],
    ['of another port', draft(undefined, nowMs, 'https://a.example:8443/actor#main-key'), 'bad-signature'],
    ['of no address', draft(undefined, nowMs, 'main-key'), 'bad-signature'],
    ['that names nothing', { signature: 'x', date: draft().date }, 'bad-signature'],
    ['that is not there', { date: draft().date }, 'unsigned'],
    ['of RFC 9421', newer(), 'rfc9421'],
    ['of RFC 9421 by host and path', newer('"@method" "@authority" "@path" "content-digest"'), 'rfc9421'],
    ['of RFC 9421 without the digest', newer('"@method" "@target-uri"'), 'bad-signature'],
    ['of RFC 9421 without the host', newer('"@method" "@path" "content-digest"'), 'bad-signature'],
    ['of RFC 9421 without a time', newer(undefined, `;keyid="${origin}/actor"`), 'bad-signature'],
    ['of RFC 9421 without a key', newer(undefined, `;created=${nowMs / 1_000}`), 'bad-signature'],
    [
      'of RFC 9421 from yesterday',
      newer(undefined, `;created=${nowMs / 1_000 - 86_400};keyid="${origin}/actor"`),
      'bad-signature',
    ],
    [
      'of RFC 9421 that has expired',
      newer(undefined, `;created=${nowMs / 1_000};expires=${nowMs / 1_000 - 7_200};keyid="${origin}/actor"`),
      'bad-signature',
    ],
    [
      'that is one of two, the other of another host',
      {
        'signature-input': `${newer()['signature-input']}, ${newer(undefined, `;created=${nowMs / 1_000};keyid="https://b.example/actor"`, 'sig2')['signature-input']}`,
        signature: 'sig1=:YQ==:, sig2=:YQ==:',
      },
      'bad-signature',
    ],
  ])('%s reads so', (_, headers, expected) => {
    expect(read(headers)).toBe(expected);
  });

  it('comes with as many others as it may', () => {
    expect(read(several(inboxLimits.signaturesMax))).toBe('rfc9421');
    expect(read(several(inboxLimits.signaturesMax + 1))).toBe('bad-signature');
  });

  it('that is made to be slow to read is read in no time', () => {
    const started = performance.now();
    read({ 'signature-input': `sig1=(${'"a" '.repeat(3_000)}`, signature: 'x' });
    read({ signature: 'a="'.repeat(5_000), date: draft().date });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
