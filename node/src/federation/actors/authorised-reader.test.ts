import { generateKeyPairSync } from 'node:crypto';
import { signDraftCavage, signRfc9421 } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { HandClock } from '../store/store.fixture.ts';
import { createAuthorisedReader } from './authorised-reader.ts';

const origin = 'https://own.example';
const { publicKey: publicKeyPem, privateKey: privateKeyPem } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const owner = 'https://a.example/ann';
const keyId = `${owner}#main-key`;
const clock = new HandClock();
const asked: string[] = [];
const find = (id: string) => {
  asked.push(id);
  return Promise.resolve({ ok: true, key: { id, owner, publicKeyPem } } as const);
};
const mayRead = createAuthorisedReader({
  origin,
  clock,
  keys: { find, findAnew: find },
  isBlocked: (hostname) => hostname === 'blocked.example',
});

const page = `${origin}/actors/node/outbox?cursor=newest`;
const read = (sign: typeof signDraftCavage, url: string, { key = keyId, sent = page } = {}): Promise<boolean> => {
  const message = { method: 'GET', url, headers: { accept: 'application/activity+json' }, body: new Uint8Array() };
  const headers = sign(message, { keyId: key, privateKeyPem }, { dateMs: clock.now() });
  return mayRead(new Request(sent, { headers: { ...headers } }));
};

it('a look-up is signed with its query, or without it as some servers do', async () => {
  expect(await read(signDraftCavage, page)).toBe(true);
  expect(await read(signDraftCavage, `${origin}/actors/node/outbox`)).toBe(true);
  expect(await read(signRfc9421, page)).toBe(true);
  expect(await read(signDraftCavage, `${origin}/actors/node/followers`)).toBe(false);
  expect(await read(signDraftCavage, `${origin}/actors/node/outbox?cursor=other`)).toBe(false);
});

it('that is not signed, or by somebody who is blocked, asks nobody', async () => {
  asked.length = 0;
  expect(await mayRead(new Request(page))).toBe(false);
  expect(await read(signDraftCavage, page, { key: 'https://blocked.example/bob#key' })).toBe(false);
  expect(await read(signDraftCavage, page, { key: 'main-key' })).toBe(false);
  expect(await mayRead(new Request(`${origin}/actors/node`))).toBe(true);
  expect(asked).toEqual([]);
});
