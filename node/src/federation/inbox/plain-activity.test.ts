import { Create, Mention, Note } from '@fedify/vocab';
import { expect, it } from 'vitest';
import { bundledContexts } from './document-loaders.ts';
import { plainActivity } from './plain-activity.ts';
import { embedded } from './on-undo.ts';

const loaders = { documentLoader: bundledContexts, contextLoader: bundledContexts };
const ann = { id: 'https://a.example/1', actor: 'https://a.example/ann' };
const note = {
  type: 'Note',
  id: 'https://a.example/notes/1',
  contentMap: { nl: 'Dag' },
  tag: [
    { type: 'Mention', href: 'https://own.example/actors/node' },
    { type: 'Hashtag', name: '#dag' },
  ],
};
const read = (json: Readonly<Record<string, unknown>>) => Create.fromJsonLd(plainActivity(json, ann), loaders);

it.each([
  ['none', undefined],
  ['one that nobody here knows', 'https://a.example/litepub.jsonld'],
  ['that of most servers', ['https://www.w3.org/ns/activitystreams', { Hashtag: 'as:Hashtag' }]],
  ['one that turns words around', { actor: 'urn:x', object: 'urn:y', type: 'urn:z', id: null }],
  ['one that goes on and on', Array.from({ length: 4_000 }, () => 'https://www.w3.org/ns/activitystreams')],
])('an activity means the same under any context: %s', async (_, context) => {
  const activity = await read({
    '@context': context,
    type: 'Create',
    ...ann,
    object: { '@context': context, ...note },
  });
  expect([activity.id?.href, activity.actorIds.map(({ href }) => href)]).toEqual([ann.id, [ann.actor]]);
  const said = await activity.getObject(embedded);
  if (!(said instanceof Note)) throw new Error('no note');
  expect(String(said.content)).toBe('Dag');
  const tags = await Array.fromAsync(said.getTags(embedded));
  expect(tags.map((tag) => (tag instanceof Mention ? tag.href?.href : undefined))).toContain(
    'https://own.example/actors/node',
  );
});

it('says nothing under other names, and brings no proof', () => {
  const json = {
    type: 'Create',
    ...ann,
    proof: { type: 'DataIntegrityProof' },
    signature: { type: 'RsaSignature2017' },
    'https://w3id.org/security#proof': {},
    'as:actor': 'https://b.example/bob',
    '@context': Array.from({ length: 4_000 }, () => 'https://www.w3.org/ns/activitystreams'),
    object: {
      '@context': 'https://www.w3.org/ns/activitystreams',
      '@reverse': {},
      '@graph': [],
      '@id': 'https://a.example/2',
      'as:actor': 1,
      proof: {},
    },
  };
  expect(plainActivity(json, ann)).toEqual({
    // As many, whatever came.
    '@context': ['https://www.w3.org/ns/activitystreams', expect.anything()],
    type: 'Create',
    ...ann,
    object: { '@id': 'https://a.example/2' },
  });
});
