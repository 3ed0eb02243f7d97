import { type DocumentLoader, FetchError } from '@fedify/vocab-runtime';
import { describe, expect, it } from 'vitest';
import { HandClock } from '../store/store.fixture.ts';
import { createKeyFinder } from './find-key.ts';
import { type KeyLimits, keyLimits } from './limits.ts';

const ann = 'https://a.example/ann';
const keyId = `${ann}#main-key`;
const keyOf = (id: string, owner: string, publicKeyPem = 'PEM') => ({ id, owner, publicKeyPem });
const actor = (publicKey: unknown, id = ann) => ({ id, publicKey });

/** A web of documents, and a finder in it. An Error as a document is how its host fails. */
const open = (documents: Record<string, unknown>, changes: Partial<KeyLimits> = {}) => {
  const clock = new HandClock();
  const asked: string[] = [];
  let gate = Promise.resolve();
  const load: DocumentLoader = async (url) => {
    asked.push(url);
    await gate;
    const document = documents[url];
    if (document instanceof Error) throw document;
    if (document === undefined) throw new FetchError(url, '404', new Response(null, { status: 404 }));
    return { contextUrl: null, documentUrl: url, document };
  };
  const finder = createKeyFinder(() => Promise.resolve(load), clock, { ...keyLimits, ...changes });
  const outcome = async (id = keyId): Promise<string> => {
    const reading = await finder.find(id);
    return reading.ok ? reading.key.publicKeyPem : reading.because;
  };
  const anew = async (): Promise<string> => {
    const reading = await finder.findAnew(keyId);
    return reading.ok ? reading.key.publicKeyPem : reading.because;
  };
  const shut = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { clock, asked, outcome, anew, documents, shut };
};

/** A host that never answers. */
const never: DocumentLoader = (_url, options) => {
  const { promise, reject } = Promise.withResolvers<never>();
  options?.signal?.addEventListener('abort', () => reject(new Error('too late')));
  return promise;
};

describe('a key', () => {
  it.each([
    ['in the actor', { [ann]: actor(keyOf(keyId, ann)) }, keyId, 'PEM'],
    ['among several', { [ann]: actor([keyOf(`${ann}#old`, ann, 'OLD'), keyOf(keyId, ann)]) }, keyId, 'PEM'],
    [
      'at an address of its own, that the actor names',
      { [`${ann}/key`]: keyOf(`${ann}/key`, ann), [ann]: actor(`${ann}/key`) },
      `${ann}/key`,
      'PEM',
    ],
    [
      'at an address of its own, in what is shown of the actor there',
      { [`${ann}/key`]: actor(keyOf(`${ann}/key`, ann)), [ann]: actor(keyOf(`${ann}/key`, ann)) },
      `${ann}/key`,
      'PEM',
    ],
    [
      'in what somebody put up on the same host',
      { 'https://a.example/uploads/1': keyOf('https://a.example/uploads/1', ann), [ann]: actor(keyOf(keyId, ann)) },
      'https://a.example/uploads/1',
      'unreadable',
    ],
    ['of somebody on another host', { [ann]: actor(keyOf(keyId, 'https://b.example/bob')) }, keyId, 'unreadable'],
    ['of no owner', { [ann]: actor({ id: keyId, publicKeyPem: 'PEM' }) }, keyId, 'unreadable'],
    ['under another id', { [ann]: actor(keyOf(`${ann}#other`, ann)) }, keyId, 'unreadable'],
    ['in an actor under another id', { [ann]: actor(keyOf(keyId, ann), `${ann}2`) }, keyId, 'unreadable'],
    ['that is only named', { [ann]: actor('https://b.example/key') }, keyId, 'unreadable'],
    [
      'that is too long',
      { [ann]: actor(keyOf(keyId, ann, 'x'.repeat(keyLimits.keyCharactersMax + 1))) },
      keyId,
      'unreadable',
    ],
    ['of no document', {}, keyId, 'gone'],
    ['of no address', {}, 'main-key', 'unreadable'],
  ])('%s', async (_, documents, id, expected) => {
    expect(await open(documents).outcome(id)).toBe(expected);
  });

  it('of as many characters as it may have is one', async () => {
    const pem = 'x'.repeat(keyLimits.keyCharactersMax);
    expect(await open({ [ann]: actor(keyOf(keyId, ann, pem)) }).outcome()).toBe(pem);
  });

  it('has an address as long as it may be, and so has its owner', async () => {
    const limits = { addressCharactersMax: keyId.length };
    const documents = { [ann]: actor(keyOf(keyId, ann)) };
    expect(await open(documents, limits).outcome()).toBe('PEM');
    expect(await open(documents, limits).outcome(`${keyId}s`)).toBe('unreadable');
    const other = `${ann}-whose-address-is-longer`;
    const long = { [ann]: actor(keyOf(`${ann}#k`, other)), [other]: actor(`${ann}#k`, other) };
    expect(await open(long, { addressCharactersMax: other.length }).outcome(`${ann}#k`)).toBe('PEM');
    expect(await open(long, { addressCharactersMax: other.length - 1 }).outcome(`${ann}#k`)).toBe('unreadable');
  });

  it('whose document does not come in time is none', async () => {
    const finder = createKeyFinder(() => Promise.resolve(never), new HandClock(), { ...keyLimits, keyReadMsMax: 1 });
    expect(await finder.find(keyId)).toEqual({ ok: false, because: 'unreadable' });
  });

  it('whose document names five hundred others is found by asking for two documents at most', async () => {
    const others = Array.from({ length: 500 }, (_, n) => `https://b.example/${n}`);
    const { outcome, asked } = open({ [ann]: actor(others) });
    expect(await outcome()).toBe('unreadable');
    expect(asked).toEqual([ann]);
  });
});

describe('who asks for a key', () => {
  it('has it read once, and again when its time is over', async () => {
    const { outcome, asked, clock } = open({ [ann]: actor(keyOf(keyId, ann)) });
    await Promise.all([outcome(), outcome()]);
    clock.turn(keyLimits.keyMs - 1);
    await outcome();
    expect(asked).toEqual([ann]);
    clock.turn(1);
    await outcome();
    expect(asked).toEqual([ann, ann]);
  });

  it('finds a changed one, but has it read again only now and then', async () => {
    const { outcome, anew, asked, clock, documents } = open({ [ann]: actor(keyOf(keyId, ann)) });
    await outcome();
    documents[ann] = actor(keyOf(keyId, ann, 'NEW'));
    clock.turn(keyLimits.keyAnewMs - 1);
    expect([await anew(), asked.length]).toEqual(['PEM', 1]);
    clock.turn(1);
    expect([await anew(), asked.length]).toEqual(['NEW', 2]);
    expect([await anew(), asked.length]).toEqual(['NEW', 2]);
    expect(await outcome()).toBe('NEW');
  });

  it('is told no longer of one that its owner has replaced, once a new one is read', async () => {
    const { outcome, clock, documents } = open({ [ann]: actor(keyOf(keyId, ann)) });
    documents['https://a.example/bob'] = actor(
      keyOf('https://a.example/bob#k', 'https://a.example/bob'),
      'https://a.example/bob',
    );
    await outcome();
    await outcome('https://a.example/bob#k');
    documents[ann] = actor(keyOf(`${ann}#main-key-2`, ann, 'NEW'));
    documents['https://a.example/bob'] = new Error('503');
    clock.turn(1);
    expect(await outcome(`${ann}#main-key-2`)).toBe('NEW');
    expect([await outcome(), await outcome('https://a.example/bob#k')]).toEqual(['unreadable', 'PEM']);
  });

  it('keeps several of one owner that are all its own', async () => {
    const { outcome, asked } = open({ [ann]: actor([keyOf(keyId, ann), keyOf(`${ann}#other`, ann, 'OTHER')]) });
    expect([await outcome(), await outcome(`${ann}#other`), await outcome()]).toEqual(['PEM', 'OTHER', 'PEM']);
    expect(asked).toHaveLength(2);
  });

  it('keeps a good one when its host fails', async () => {
    const { outcome, anew, asked, clock, documents } = open({ [ann]: actor(keyOf(keyId, ann)) });
    await outcome();
    documents[ann] = new Error('503');
    clock.turn(keyLimits.keyAnewMs);
    expect([await anew(), await anew(), await outcome(), asked.length]).toEqual(['PEM', 'PEM', 'PEM', 2]);
  });

  it('is told for a moment that there is none', async () => {
    const { outcome, asked, clock, documents } = open({});
    expect(await outcome()).toBe('gone');
    documents[ann] = actor(keyOf(keyId, ann));
    clock.turn(keyLimits.keyMissingMs - 1);
    expect([await outcome(), asked.length]).toEqual(['gone', 1]);
    clock.turn(1);
    expect(await outcome()).toBe('PEM');
  });

  it('has as many keys of one host read in a minute as the limit, and those of others beside', async () => {
    const { outcome } = open({}, { hostKeysAMinuteMax: 2 });
    const ids = ['1', '2', '3'].map((number) => `${ann}?${number}#key`);
    const outcomes: string[] = [];
    for (const id of ids) outcomes.push(await outcome(id));
    expect(outcomes).toEqual(['gone', 'gone', 'busy']);
    expect(await outcome('https://b.example/bob#key')).toBe('gone');
  });

  it('has as many that do not fit read again as the limit', async () => {
    const { outcome, anew, asked, clock } = open({ [ann]: actor(keyOf(keyId, ann)) }, { hostKeysAnewAMinuteMax: 1 });
    await outcome();
    for (const expected of [2, 2]) {
      clock.turn(keyLimits.keyAnewMs);
      expect([await anew(), asked.length]).toEqual(['PEM', expected]);
    }
  });

  it('waits with as many as may wait for one host, and in all', async () => {
    const { outcome, shut } = open({}, { waitingMax: 3, waitingOfHostMax: 2 });
    const letGo = shut();
    const waiting = [outcome(), outcome()];
    expect(await outcome()).toBe('busy');
    waiting.push(outcome('https://b.example/bob#key'));
    expect(await outcome('https://c.example/cas#key')).toBe('busy');
    letGo();
    expect(await Promise.all(waiting)).toEqual(['gone', 'gone', 'gone']);
    expect(await outcome('https://c.example/cas#key')).toBe('gone');
  });

  it('that a wildcard gives many hosts waits as one host does', async () => {
    const { outcome, shut } = open({}, { waitingMax: 3, waitingOfHostMax: 2 });
    const letGo = shut();
    const waiting = [outcome('https://h1.evil.example/a#key'), outcome('https://h2.evil.example:8443/a#key')];
    waiting.push(outcome('https://h3.evil.example/a#key'), outcome());
    letGo();
    expect(await Promise.all(waiting)).toEqual(['gone', 'gone', 'busy', 'gone']);
  });

  it('has as many kept as the limit, those that were used last', async () => {
    const documents = Object.fromEntries(
      [1, 2, 3].map((n) => [`${ann}${n}`, actor(keyOf(`${ann}${n}#k`, `${ann}${n}`), `${ann}${n}`)]),
    );
    const { outcome, asked } = open(documents, { keysMax: 2 });
    for (const n of [1, 2, 1, 3, 1]) expect(await outcome(`${ann}${n}#k`)).toBe('PEM');
    expect(asked).toHaveLength(3);
    await outcome(`${ann}2#k`);
    expect(asked).toHaveLength(4);
  });
});
