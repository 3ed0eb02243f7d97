import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDocument } from '@openstraat/spec';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TinyPublisher, tinyNowMs } from '../broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from '../broken/tiny-publisher/town.ts';
import type { ConformanceResult } from '../result/result.ts';
import { runConformance } from '../run-conformance.ts';
import type { Certificate } from './certificate.ts';
import { EvidenceFolder, EvidenceInvalidError, readEvidence } from './evidence.ts';
import { issueCertificate, verificationMethodOf } from './issue-certificate.ts';
import { issuerOf, KeyInvalidError, makeIssuerKey, parseIssuerKey, parseTrustedIssuer } from './key-file.ts';
import { certificateLimits } from './limits.ts';
import { verifyCertificate } from './verify-certificate.ts';

const dayMs = 24 * 60 * 60_000;
const key = makeIssuerKey('Registry of Waterveen');
const issuers = [issuerOf(key)];
const nowMs = tinyNowMs + 1_000;

let scratch = '';
let result: ConformanceResult;
let certificate: Certificate;
const bodies = new Map<string, Uint8Array>();
beforeAll(async () => {
  const publisher = new TinyPublisher();
  result = await runConformance({
    url: `${tinyOrigin}/`,
    classes: ['publisher'],
    fetch: publisher.fetch,
    beforeLate: publisher.beforeLate,
    seed: 'certified',
    now: () => tinyNowMs,
    keepBody: (sha256, body) => bodies.set(sha256, body),
  });
  certificate = issueCertificate(result, { key, nowMs });
});
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'openstraat-certificate-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

const issueFor = (validDays: number) => (): Certificate => issueCertificate(result, { key, nowMs, validDays });
/** As it comes back from a file. */
const reread = (document: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
const codesOf = (
  document: unknown,
  options: Partial<Parameters<typeof verifyCertificate>[1]> = {},
): readonly string[] => {
  const verification = verifyCertificate(document, { issuers, nowMs, ...options });
  return verification.ok ? [] : verification.faults.map(({ code }) => code);
};
const writeEvidence = (): string => {
  const folder = join(scratch, 'evidence');
  const evidence = new EvidenceFolder(folder);
  for (const [sha256, body] of bodies) evidence.keepBody(sha256, body);
  evidence.finish(result);
  return folder;
};
/** Signed by the issuer as it is, whatever it says. */
const signedAnew = (changes: object, created?: string): object => {
  const { proof: _proof, ...document } = certificate;
  const changed = { ...document, ...changes };
  return reread(
    signDocument(changed, {
      secretKeyMultibase: key.secretKeyMultibase,
      verificationMethod: verificationMethodOf(key.publicKeyMultibase),
      created: created ?? changed.issuedAt,
    }),
  );
};

describe('a certificate', () => {
  it('is accepted when its issuer is trusted, and names them as the user does', () => {
    const accepted = verifyCertificate(reread(certificate), { issuers, nowMs });
    expect(accepted).toEqual({ ok: true, certificate: reread(certificate), issuer: 'Registry of Waterveen' });
    const { publicKeyMultibase } = key;
    const named = verifyCertificate(reread(certificate), { issuers: [{ publicKeyMultibase, name: 'Ours' }], nowMs });
    expect(named).toHaveProperty('issuer', 'Ours');
    expect(certificate.requirements.map(({ outcome }) => outcome)).toEqual(
      result.requirements.map(({ outcome }) => outcome),
    );
    expect(certificate.evidence.exchanges).toHaveLength(result.exchanges.length);
  });

  it.each<readonly [string, (document: Record<string, unknown>) => void]>([
    ['outcome', (document) => Object.assign((document['requirements'] as object[])[0] ?? {}, { outcome: 'failed' })],
    ['requirement left out', (document) => (document['requirements'] as object[]).pop()],
    [
      'verdict of a class',
      (document) => Object.assign((document['classes'] as object[])[0] ?? {}, { verdict: 'does-not-conform' }),
    ],
    ['address', (document) => Object.assign(document, { url: 'https://elsewhere.example/' })],
    ['time', (document) => Object.assign(document, { endedAt: new Date(tinyNowMs + 1).toISOString() })],
    ['time of issue', (document) => Object.assign(document, { issuedAt: new Date(nowMs - dayMs).toISOString() })],
    ['expiry', (document) => Object.assign(document, { expiresAt: new Date(nowMs + 400 * dayMs).toISOString() })],
    ['seed', (document) => Object.assign(document, { seed: 'other' })],
    ['suite', (document) => Object.assign(document['suite'] as object, { version: '9.9.9' })],
    ['name', (document) => Object.assign(document['issuer'] as object, { name: 'Somebody else' })],
    ['evidence', (document) => Object.assign(document['evidence'] as object, { result: '0'.repeat(64) })],
    ['member more', (document) => Object.assign(document, { recommended: true })],
    [
      'proof of another time',
      (document) => Object.assign(document['proof'] as object, { created: certificate.endedAt }),
    ],
    ['proof value', (document) => Object.assign(document['proof'] as object, { proofValue: `z${'1'.repeat(64)}` })],
  ])('is refused with another %s', (_what, change) => {
    const document = reread(certificate);
    change(document);
    expect(codesOf(document)).toContain('signature');
  });

  it('is refused under a key that nobody trusts, its own among them', () => {
    expect(codesOf(reread(certificate), { issuers: [] })).toEqual(['unknown-issuer']);
    expect(codesOf(reread(certificate), { issuers: [issuerOf(makeIssuerKey('Another'))] })).toEqual(['unknown-issuer']);
    const stolen = makeIssuerKey('Registry of Waterveen');
    const forged = reread(issueCertificate(result, { key: stolen, nowMs }));
    expect(codesOf(forged)).toEqual(['unknown-issuer']);
    Object.assign(forged, { issuer: certificate.issuer });
    expect(codesOf(forged)).toEqual(['signature']);
  });

  it('holds until it expires, and not a moment longer', () => {
    const expiresMs = nowMs + certificateLimits.validDaysUsual * dayMs;
    expect(codesOf(reread(certificate), { nowMs: expiresMs - 1 })).toEqual([]);
    expect(codesOf(reread(certificate), { nowMs: expiresMs })).toEqual(['expired']);
  });

  it('is refused before its time, as far as clocks agree', () => {
    const { clockSkewMs } = certificateLimits;
    expect(codesOf(reread(certificate), { nowMs: nowMs - clockSkewMs })).toEqual([]);
    expect(codesOf(reread(certificate), { nowMs: nowMs - clockSkewMs - 1 })).toEqual(['not-yet-valid']);
  });

  it('is refused when it contradicts itself, whoever signed it', () => {
    const failing = certificate.requirements.map((one, at) => (at === 0 ? { ...one, outcome: 'failed' } : one));
    const classes = certificate.classes.map((one) => ({ ...one, verdict: 'conforms' }));
    expect(codesOf(signedAnew({ requirements: failing, classes }))).toEqual(['contradiction']);
    expect(codesOf(signedAnew({ verdict: 'conforms', classes: [] }))).toEqual(['contradiction']);
    expect(codesOf(signedAnew({ endedAt: new Date(nowMs + dayMs).toISOString() }))).toEqual(['contradiction']);
  });

  it('is refused when its proof was made at another time than it says', () => {
    expect(codesOf(signedAnew({}))).toEqual([]);
    expect(codesOf(signedAnew({}, certificate.endedAt))).toEqual(['signature']);
  });

  it.each([[null], [[]], [{}], ['certificate'], [{ type: 'ConformanceCertificate' }]])(
    'is none when it is %j',
    (document) => {
      expect(codesOf(document)).toEqual(['malformed']);
    },
  );

  it('is valid for a day at least, and a limited time', () => {
    const { validDaysMax } = certificateLimits;
    for (const days of [1, validDaysMax]) expect(issueFor(days)).not.toThrow();
    for (const days of [0, validDaysMax + 1, 1.5, Number.NaN]) expect(issueFor(days)).toThrow(RangeError);
  });

  it('can be signed whatever a publisher answers, and a user types', () => {
    const [first, ...others] = result.exchanges;
    const odd = { ...result, seed: '\uD800', exchanges: [...others, { ...(first ?? others[0]), url: 'x\uDFFF' }] };
    expect(codesOf(reread(issueCertificate(odd as ConformanceResult, { key, nowMs })))).toEqual([]);
  });
});

describe('the evidence of a certificate', () => {
  it('is accepted as it was kept', () => {
    const evidence = readEvidence(writeEvidence());
    expect(bodies.size).toBeGreaterThan(10);
    expect(codesOf(reread(certificate), { evidence })).toEqual([]);
  });

  it('is refused with one byte of the result changed', () => {
    const folder = writeEvidence();
    writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, undefined, 2)}\n `);
    expect(codesOf(reread(certificate), { evidence: readEvidence(folder) })).toEqual(['evidence-changed']);
  });

  it('is refused with a body changed, or away', () => {
    const [first = '', second = ''] = [...bodies].flatMap(([sha256, body]) => (body.length > 0 ? sha256 : []));
    const folder = writeEvidence();
    writeFileSync(join(folder, 'bodies', first), 'something else');
    rmSync(join(folder, 'bodies', second));
    expect(codesOf(reread(certificate), { evidence: readEvidence(folder) }).toSorted()).toEqual([
      'evidence-changed',
      'evidence-missing',
    ]);
  });

  it('is refused when the certificate says something else than its result', () => {
    const outcomes = certificate.requirements.map((one) => ({ ...one, outcome: 'passed' }));
    const evidence = readEvidence(writeEvidence());
    expect(codesOf(signedAnew({ requirements: outcomes }), { evidence })).toEqual(['contradiction']);
  });

  it('needs a folder of its own, and a result in it', () => {
    const folder = writeEvidence();
    expect(() => new EvidenceFolder(folder)).toThrow(EvidenceInvalidError);
    expect(() => readEvidence(scratch)).toThrow(EvidenceInvalidError);
  });

  it('says when it is not complete', () => {
    const folder = join(scratch, 'broken');
    const evidence = new EvidenceFolder(folder);
    mkdirSync(join(folder, 'bodies', 'a'.repeat(64)));
    evidence.keepBody('a'.repeat(64), new Uint8Array(1));
    expect(() => evidence.finish(result)).toThrow('is not complete');
  });
});

const refusalOf = (read: () => unknown): Error | undefined => {
  try {
    read();
    return undefined;
  } catch (error) {
    return error as Error;
  }
};

describe('keys', () => {
  it('come back from their files', () => {
    expect(parseIssuerKey(JSON.stringify(key), 'key.json')).toEqual(key);
    const { publicKeyMultibase, name } = key;
    expect(parseTrustedIssuer(JSON.stringify(issuerOf(key)), 'issuer.json')).toEqual({ publicKeyMultibase, name });
    expect(parseTrustedIssuer(`${publicKeyMultibase}\n`, 'words')).toEqual({ publicKeyMultibase });
  });

  it.each([
    ['not JSON', 'z6Mk'],
    ['without a name', JSON.stringify({ ...key, name: undefined })],
    ['of two pairs', JSON.stringify({ ...key, publicKeyMultibase: makeIssuerKey('Another').publicKeyMultibase })],
    ['with a secret that is none', JSON.stringify({ ...key, secretKeyMultibase: `${key.secretKeyMultibase}x` })],
  ])('are refused when the file is %s, and never quoted', (_what, text) => {
    const refused = refusalOf(() => parseIssuerKey(text, 'key.json'));
    expect(refused).toBeInstanceOf(KeyInvalidError);
    expect(JSON.stringify([String(refused), refused?.cause ?? ''])).not.toContain(key.secretKeyMultibase.slice(0, 12));
  });

  it.each(['', 'z6Mk', '{}', 'https://registry.example/'])('are no issuer as %j', (text) => {
    expect(() => parseTrustedIssuer(text, 'issuer')).toThrow(KeyInvalidError);
  });
});
