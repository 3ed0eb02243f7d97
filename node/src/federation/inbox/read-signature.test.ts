import { signDraftCavage, signRfc9421 } from '@openstraat/spec';
import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { messageOf, readSigned } from './read-signature.ts';

const nowMs = Date.parse('2026-11-22T12:00:00Z');
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const key = { keyId: 'https://a.example/ann#main-key', privateKeyPem: privateKey };
const url = 'https://own.example/actors/node/outbox?cursor=newest';

const basesOf = (method: string, sign: typeof signDraftCavage): readonly string[] => {
  const body = Buffer.from('{}');
  const headers = sign({ method, url, headers: {}, body }, key, { dateMs: nowMs });
  const hasBody = method === 'POST';
  // As a proxy hands it on.
  const request = new Request(url, {
    method,
    headers: { ...headers, host: '127.0.0.1:3000' },
    ...(hasBody ? { body } : {}),
  });
  const reading = readSigned(messageOf(request, hasBody ? body : undefined), nowMs);
  return reading.ok ? reading.signed.signatures.map(({ base }) => base) : [reading.fault.words];
};

it('a draft-cavage signature of what is only read may leave out the query, as some servers make it', () => {
  const bases = basesOf('GET', signDraftCavage);
  expect(bases.map((base) => base.split('\n')[0])).toEqual([
    '(request-target): get /actors/node/outbox?cursor=newest',
    '(request-target): get /actors/node/outbox',
  ]);
  for (const base of bases) expect(base).toContain('host: own.example\n');
});

it('any other signature is of the whole address', () => {
  expect(basesOf('POST', signDraftCavage)).toEqual([
    expect.stringContaining('post /actors/node/outbox?cursor=newest\n'),
  ]);
  expect(basesOf('GET', signRfc9421)).toHaveLength(1);
});
