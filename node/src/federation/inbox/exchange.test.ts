import { Activity } from '@fedify/vocab';
import { describe, expect, it } from 'vitest';
import { bundledContexts } from './document-loaders.ts';
import { checkExchange, inExchange, isOfEnvelope } from './exchange.ts';
import type { Envelope } from './read-envelope.ts';

const envelope: Envelope = {
  id: 'https://a.example/1',
  type: 'Like',
  actor: 'https://a.example/ann',
  origin: 'https://a.example',
  object: undefined,
  objectType: undefined,
};
const { id, type, actor } = envelope;
const base = 'https://www.w3.org/ns/activitystreams';
const parse = (json: object) =>
  Activity.fromJsonLd(json, { contextLoader: bundledContexts, documentLoader: bundledContexts });

const deliver = (activity: Activity) => async (): Promise<Response> => {
  await Promise.resolve();
  checkExchange(activity);
  return new Response(null, { status: 202 });
};

describe('an activity', () => {
  it('is what its JSON says', async () => {
    expect(isOfEnvelope(await parse({ '@context': base, id, type, actor }), envelope)).toBe(true);
  });

  it.each([
    ['its actor', { actor: 'urn:other', hidden: { '@id': 'as:actor', '@type': '@id' } }],
    ['its id', { id: 'urn:other', hidden: '@id' }],
  ])('is not, when its context gives %s another meaning', async (_, terms) => {
    const activity = await parse({ '@context': [base, terms], id, type, actor, hidden: 'https://b.example/bob' });
    expect(isOfEnvelope(activity, envelope)).toBe(false);
  });

  it('is not, when it has one actor more', async () => {
    const terms = { also: { '@id': 'as:actor', '@type': '@id' } };
    const activity = await parse({ '@context': [base, terms], id, type, actor, also: 'https://b.example/bob' });
    expect(isOfEnvelope(activity, envelope)).toBe(false);
  });

  it('that is not is not delivered', async () => {
    const other = await parse({ '@context': base, id, type, actor: 'https://a.example/bob' });
    const right = await parse({ '@context': base, id, type, actor });
    expect((await inExchange(envelope, deliver(right)))?.status).toBe(202);
    await expect(inExchange(envelope, deliver(other))).resolves.toBeUndefined();
  });
});
