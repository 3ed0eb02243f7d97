import { describe, expect, it } from 'vitest';
import type { Fetched } from '../fetching/fetched.ts';
import { followingLimits } from '../limits.ts';
import type { PeerReading } from '../replica/read-peer.ts';
import { checkNewPlace, readNewAddress } from './check-new-place.ts';
import { judgeMove } from './confirm-move.ts';
import { findActor, resolveActor } from './find-actor.ts';
import { movingLimits } from './limits.ts';
import { readOrigin } from './read-node.ts';

const own = 'https://town.example';
const address = 'https://village.example/places/de-ketting';

/** A fetcher that has these, and nothing else. */
const fetcher = (answers: Readonly<Record<string, unknown>>) => ({
  get: (url: string): Promise<Fetched> => {
    const value = answers[url];
    const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value ?? null));
    return Promise.resolve(
      value === 'down'
        ? { ok: false, code: 'connection-refused', words: 'nothing listens' }
        : { ok: true, url, status: value === undefined ? 404 : 200, headers: new Map(), body, encodedBytes: 1 },
    );
  },
});

describe('the new address of a place', () => {
  it('is an address at another node', () => {
    expect(readNewAddress(address, own)).toBe(address);
    for (const given of ['de-ketting', 'ftp://village.example/places/a', 'https://a b/', `${own}/places/a`])
      expect(() => readNewAddress(given, own)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  const place = { id: address, type: ['Place', 'Store'], name: 'De Ketting' };
  it.each([
    ['is that place', place, undefined],
    ['is that place, of one type', { ...place, type: 'Place' }, undefined],
    ['is another place', { ...place, id: `${address}-2` }, /is the document of/],
    ['is something else', { ...place, type: ['Product'] }, /not the document of a place/],
    ['is no JSON', '<html>', /not the document of a place/],
    ['is not there', undefined, /answers 404/],
    ['does not answer', 'down', /nothing listens/],
    ['is as large as it may be', { ...place, more: 'x' }, undefined, movingLimits.documentBytesMax],
    ['is larger', { ...place, more: 'x' }, /too much/, movingLimits.documentBytesMax + 1],
  ])('that %s', async (_, document, refusal, bytes?: number) => {
    const text = JSON.stringify(document);
    const padded = bytes === undefined ? document : text.replace('"x"', `"${'x'.repeat(bytes - text.length + 1)}"`);
    const said = await checkNewPlace(address, fetcher({ [address]: padded })).then(
      () => '',
      (fault: unknown) => String(fault),
    );
    expect(said).toMatch(refusal ?? /^$/);
  });
});

const jrd = (href: string, more: object = {}): object => ({
  links: [
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: own },
    { rel: 'self', type: 'application/activity+json', href },
  ],
  ...more,
});
const fingerOf = (resource: string, origin = 'https://village.example'): string =>
  `${origin}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
const actor = 'https://village.example/actors/de-ketting';

describe('an actor', () => {
  it('is found by what stands at an address', async () => {
    const find = (answers: Readonly<Record<string, unknown>>) =>
      findActor(address, 'https://village.example', fetcher(answers));
    expect(await find({ [fingerOf(address)]: jrd(actor) })).toBe(actor);
    expect(await find({})).toBeUndefined();
    expect(await find({ [fingerOf(address)]: { links: [] } })).toBeUndefined();
    const padding = followingLimits.actorBytesMax - JSON.stringify(jrd(actor, { more: '' })).length;
    expect(await find({ [fingerOf(address)]: jrd(actor, { more: 'x'.repeat(padding) }) })).toBe(actor);
    expect(await find({ [fingerOf(address)]: jrd(actor, { more: 'x'.repeat(padding + 1) }) })).toBeUndefined();
    await expect(find({ [fingerOf(address)]: 'down' })).rejects.toMatchObject({ code: 'peer-unusable' });
  });

  it('is named by its address or its handle', async () => {
    const handle = 'acct:de-ketting@village.example';
    const there = fetcher({ [fingerOf(handle)]: jrd(actor) });
    expect(await resolveActor(actor, fetcher({}), false)).toBe(actor);
    for (const given of ['@de-ketting@village.example', 'de-ketting@village.example', handle])
      expect(await resolveActor(given, there, false)).toBe(actor);
    for (const given of ['de-ketting', '@de-ketting', '@nobody@village.example', ''])
      await expect(resolveActor(given, there, false)).rejects.toMatchObject({ code: 'bad-request' });
    const plain = fetcher({
      [fingerOf(handle)]: 'down',
      [fingerOf(handle, 'http://village.example')]: jrd(actor),
    });
    expect(await resolveActor(handle, plain, true)).toBe(actor);
    await expect(resolveActor(handle, plain, false)).rejects.toMatchObject({ code: 'peer-unusable' });
  });
});

it('an origin is scheme, host and port', () => {
  for (const given of ['https://village.example', 'village.example', 'https://village.example/'])
    expect(readOrigin(given, own)).toBe('https://village.example');
  expect(readOrigin('http://127.0.0.1:4100', own)).toBe('http://127.0.0.1:4100');
  for (const given of [own, 'https://village.example/places', 'https://a@village.example', 'x y', ''])
    expect(() => readOrigin(given, own)).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

const said = (alsoKnownAs?: readonly string[]): PeerReading =>
  ({ ok: true, bytes: 1, peer: { description: { origin: 'https://village.example', alsoKnownAs } } }) as PeerReading;
const failed = (code: 'connection-refused' | 'private-address' | 'blocked' | 'answer-unexpected'): PeerReading => ({
  ok: false,
  reason: { code, words: code, url: '' },
});

describe('the word of a node that it has moved', () => {
  const from = { id: `${own}/`, origin: own };
  it.each([
    ['the new end says so', said(['https://other.example/', `${own}/`]), 'confirmed'],
    ['the new end names another', said(['https://other.example/']), 'refused'],
    ['the new end names it without the slash of its id', said([own]), 'refused'],
    ['the new end says nothing', said(), 'refused'],
    ['the new end is down', failed('connection-refused'), 'unsure'],
    ['the new end fails', failed('answer-unexpected'), 'unsure'],
    ['the new end is nowhere that is fetched from', failed('private-address'), 'refused'],
    ['the new end is blocked', failed('blocked'), 'refused'],
  ])('where %s', (_, reading, how) => {
    expect(judgeMove(from, reading).how).toBe(how);
  });
});
