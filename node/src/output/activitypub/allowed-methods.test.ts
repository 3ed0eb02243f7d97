import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { crossOrigin } from '../../http/cross-origin.ts';
import type { OutputContext } from '../context.ts';
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

it.each([
  ['/inbox', 'POST, OPTIONS'],
  ['/actors/node/inbox', 'POST, OPTIONS'],
  ['/actors/jansen/outbox', 'GET, HEAD, OPTIONS'],
  ['/actors/inbox', 'GET, HEAD, OPTIONS'],
  ['/.well-known/webfinger', 'GET, HEAD, OPTIONS'],
])('%s says with OPTIONS what a refused method is told: %s', async (path, allowed) => {
  const app = new Hono();
  app.use(crossOrigin);
  mountActivityPub(app, { settings } as OutputContext, {} as ActivityPubFace);
  const options = await app.request(path, { method: 'OPTIONS' });
  const refused = await app.request(path, { method: 'DELETE' });
  expect([options.status, options.headers.get('Allow')]).toEqual([204, allowed]);
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, allowed]);
});
