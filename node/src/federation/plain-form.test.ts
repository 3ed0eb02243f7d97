import { expect, it } from 'vitest';
import { plainForm, withPlainForm } from './plain-form.ts';

const context = ['https://www.w3.org/ns/activitystreams', { to: 'as:to', Hashtag: 'as:Hashtag' }];
const actor = 'https://winkels.example/actors/jansen';

const answer = (status: number, type: string, text: string) =>
  withPlainForm(new Response(text, { status, headers: { 'Content-Type': type, Vary: 'Accept' } }));

it('has everybody by the full name, and lists where Mastodon documents lists', () => {
  const picture = {
    type: 'Image',
    mediaType: 'image/jpeg',
    url: 'https://winkels.example/fiets.jpg',
    name: 'Een fiets',
  };
  const tag = { type: 'Hashtag', name: '#Fiets', href: 'https://winkels.example/search?q=Fiets' };
  const note = {
    id: 'https://winkels.example/posts/1',
    type: 'Note',
    attributedTo: actor,
    to: 'as:Public',
    cc: [`${actor}/followers`, 'as:Public'],
    content: '<p>Ik zeg as:Public</p>',
    // Tongan has the code "to".
    contentMap: { to: '<p>Ik zeg as:Public</p>' },
    attachment: picture,
    tag,
  };
  const activity = { '@context': context, type: 'Create', actor, bto: 'Public', object: note };
  const everybody = 'https://www.w3.org/ns/activitystreams#Public';
  const plain = {
    '@context': context,
    type: 'Create',
    actor,
    bto: [everybody],
    object: {
      ...note,
      to: [everybody],
      cc: [`${actor}/followers`, everybody],
      attachment: [picture],
      tag: [tag],
    },
  };
  expect(plainForm(activity)).toEqual(plain);
  expect(plainForm(plain)).toEqual(plain);
});

it('has items on every page, and none in a collection that only tells where it begins', () => {
  const page = { type: 'OrderedCollectionPage', id: `${actor}/outbox?cursor=newest` };
  expect(plainForm(page)).toEqual({ ...page, orderedItems: [] });
  expect(plainForm({ ...page, orderedItems: { id: 'a' } })).toEqual({ ...page, orderedItems: [{ id: 'a' }] });
  const collection = { type: 'OrderedCollection', id: `${actor}/outbox`, first: `${actor}/outbox?cursor=newest` };
  expect(plainForm(collection)).toEqual(collection);
});

it('is that of answers with a document, whatever their status; others stay as they are', async () => {
  const gone = await answer(410, 'application/activity+json', '{"to":"as:Public"}');
  expect([gone.status, gone.headers.get('Vary')]).toEqual([410, 'Accept']);
  expect(await gone.json()).toEqual({ to: ['https://www.w3.org/ns/activitystreams#Public'] });
  expect(await (await answer(202, 'application/json', '')).text()).toBe('');
  expect(await (await answer(400, 'text/plain', '{no')).text()).toBe('{no');
});
