import { CryptographicKey } from '@fedify/vocab';
import { expect, it } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { bundledContexts } from '../inbox/document-loaders.ts';
import { actorDocument } from './actor-document.ts';
import type { ActorProfile } from './actor-profile.ts';
import type { LocalActor } from './local-actor.ts';

const origin = 'https://winkels.example';
const settings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels',
  area: 'Waterveen',
  operator: { name: 'Coöperatie', contact: 'a@b.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin,
});
const profile: ActorProfile = {
  name: 'Winkel',
  summary: '',
  page: `${origin}/places/w`,
  picture: undefined,
  fields: [],
};
const actor: LocalActor = {
  identifier: 'w',
  username: 'winkel',
  place: '/places/w',
  announces: [],
  movedTo: undefined,
  alsoKnownAs: [],
  since: '2026-03-02T06:00:00Z',
};
const written = (changes: Partial<LocalActor>, shown: Partial<ActorProfile> = {}): Promise<unknown> => {
  const publicKey = new CryptographicKey({ id: new URL(`${origin}/actors/w#main-key`) });
  const keys = { publicKey, assertionMethods: [] };
  return actorDocument({ ...actor, ...changes }, { ...profile, ...shown }, keys, settings).toJsonLd({
    contextLoader: bundledContexts,
  });
};

it('says where an actor went, and where it came from', async () => {
  const movedTo = 'https://elders.example/actors/w';
  expect(await written({ movedTo })).toMatchObject({ id: `${origin}/actors/w`, type: 'Organization', movedTo });
  const from = 'https://eerder.example/actors/w';
  const document = await written({ alsoKnownAs: [from] });
  expect(JSON.stringify(document)).toMatch(/"alsoKnownAs":\[?"https:\/\/eerder\.example\/actors\/w"/);
  expect(document).not.toHaveProperty('movedTo');
});

it('shows the picture of a place, or else that of all', async () => {
  expect(await written({})).toMatchObject({ icon: { mediaType: 'image/png', url: `${origin}/icon.png` } });
  const picture = 'https://winkel.example/gevel.JPG?w=400';
  expect(await written({}, { picture })).toMatchObject({
    icon: { type: 'Image', mediaType: 'image/jpeg', url: picture },
    image: { type: 'Image', url: picture },
  });
  expect(await written({}, { picture: 'https://winkel.example/gevel' })).toMatchObject({
    icon: { url: 'https://winkel.example/gevel' },
  });
});
