import * as fc from 'fast-check';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { prefersActivity } from '../../http/negotiate.ts';
import type { OutputContext } from '../context.ts';
import { documentMediaTypes } from '../documents/write-document.ts';
import type { ActivityPubFace } from './activity-pub-face.ts';
import { mountActivityPub } from './routes.ts';

const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels in Waterveen',
  area: 'Waterveen',
  operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin: 'https://waterveen.example',
});
const app = new Hono();
const face: Partial<ActivityPubFace> = {
  pageAt: () => Promise.resolve('https://waterveen.example/places/jansen'),
  mayRead: () => Promise.resolve(true),
  answer: () => Promise.resolve(new Response('{}')),
};
mountActivityPub(app, { settings } as OutputContext, face as ActivityPubFace);

const statusFor = async (accept: string): Promise<number> =>
  (await app.request('/actors/jansen', { headers: { accept } })).status;

const profile = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
const ranges = [
  'application/activity+json',
  profile,
  'application/ld+json',
  'application/json',
  'text/html',
  'application/*',
  'text/*',
  '*/*',
];
const range = fc
  .tuple(fc.constantFrom(...ranges), fc.constantFrom('', ';q=0', ';q=0.1', ';q=0.5', ';q=0.9'))
  .map(([type, weight]) => type + weight);

it('a page never leads to an actor that leads back to the page', async () => {
  // A browser gets the page: otherwise nothing here could fail.
  expect(await statusFor('text/html')).toBe(303);
  expect(await statusFor(`application/ld+json;q=0.1, text/html;q=0.5, ${profile}`)).toBe(200);
  const accepts = fc.array(range, { minLength: 1, maxLength: 5 }).map((some) => some.join(', '));
  await fc.assert(
    fc.asyncProperty(accepts, async (accept) => {
      fc.pre(prefersActivity(accept, documentMediaTypes));
      expect(await statusFor(accept)).toBe(200);
    }),
    { numRuns: 500 },
  );
});
