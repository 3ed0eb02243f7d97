import { checkpointChainFaults, nodeDescriptionSchema, type SignedCheckpoint } from '@openstraat/spec';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Json, startPlainPeer } from './peers/plain-peer.ts';
import { startSocialNode } from './peers/social-node.ts';

const activityJson = 'application/activity+json';

const get = (url: string, accept: string = activityJson, method = 'GET'): Promise<Response> =>
  fetch(url, { method, headers: { accept }, redirect: 'manual' });
const getJson = async (url: string, accept?: string): Promise<Json> => (await (await get(url, accept)).json()) as Json;
const webFinger = (origin: string, resource: string): Promise<Response> =>
  fetch(`${origin}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`);

/** NodeInfo 2.1 as its JSON Schema has it: no members beyond these. */
const nodeInfoSchema = z.strictObject({
  version: z.literal('2.1'),
  software: z.strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string(),
    repository: z.string().optional(),
    homepage: z.string().optional(),
  }),
  protocols: z.array(z.enum(['activitypub', 'diaspora', 'zot'])).min(1),
  services: z.strictObject({ inbound: z.array(z.string()), outbound: z.array(z.string()) }),
  openRegistrations: z.boolean(),
  usage: z.strictObject({
    users: z.strictObject({
      total: z.int().min(0).optional(),
      activeHalfyear: z.int().min(0).optional(),
      activeMonth: z.int().min(0).optional(),
    }),
    localPosts: z.int().min(0).optional(),
    localComments: z.int().min(0).optional(),
  }),
  metadata: z.record(z.string(), z.unknown()),
});

it('has an actor that programs read, people are led on from, and WebFinger and the description name', async () => {
  await using node = await startSocialNode({ followers: 'ask' });
  const { origin } = node;
  const answer = await get(node.actor);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(activityJson);
  expect(answer.headers.get('vary')).toContain('Accept');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('content-security-policy')).not.toBeNull();
  expect(await answer.json()).toMatchObject({
    id: node.actor,
    type: 'Application',
    preferredUsername: 'waterveen',
    name: 'Winkels in Waterveen',
    inbox: node.inbox,
    outbox: `${node.actor}/outbox`,
    followers: `${node.actor}/followers`,
    following: `${node.actor}/following`,
    endpoints: { sharedInbox: node.sharedInbox },
    publicKey: { id: `${node.actor}#main-key`, owner: node.actor },
    assertionMethod: [{ id: `${node.actor}#proof-key`, type: 'Multikey', controller: node.actor }],
    url: [
      `${origin}/`,
      { type: 'Link', rel: 'describedby', mediaType: 'application/ld+json', href: `${origin}/.well-known/openstraat` },
    ],
    icon: { type: 'Image', mediaType: 'image/png', url: `${origin}/icon.png` },
    discoverable: true,
    indexable: true,
    manuallyApprovesFollowers: true,
  });
  expect(await getJson(`${origin}/.well-known/openstraat`, 'application/ld+json')).toMatchObject({ actor: node.actor });

  const asLd = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
  expect((await get(node.actor, asLd)).headers.get('content-type')).toBe(asLd);
  const tag = answer.headers.get('etag') ?? '';
  const again = await fetch(node.actor, { headers: { accept: activityJson, 'if-none-match': tag } });
  expect(again.status).toBe(304);
  const head = await get(node.actor, activityJson, 'HEAD');
  expect([head.status, head.headers.get('content-type')]).toEqual([200, activityJson]);

  const page = await get(node.actor, 'text/html,application/xhtml+xml,*/*;q=0.8');
  expect([page.status, page.headers.get('location'), page.headers.get('vary')]).toEqual([303, `${origin}/`, 'Accept']);
  expect((await get(node.actor, 'image/png')).status).toBe(406);
  expect((await get(`${origin}/actors/nobody`)).status).toBe(404);
  expect((await get(`${origin}/actors/nobody`, 'text/html')).status).toBe(404);
  expect((await get(node.inbox)).status).toBe(405);
  expect((await get(node.actor, activityJson, 'POST')).status).toBe(405);

  const picture = await get(`${origin}/icon.png`, 'image/*');
  expect(picture.headers.get('content-type')).toBe('image/png');
});

it('is found by its handle and its addresses, with WebFinger (RFC 7033)', async () => {
  await using node = await startSocialNode();
  const { origin } = node;
  const { host } = new URL(origin);
  const resources = [`acct:waterveen@${host}`, `acct:Waterveen@${host.toUpperCase()}`, node.actor, `${origin}/`];
  for (const resource of resources) {
    const found = await webFinger(origin, resource);
    expect([resource, found.status]).toEqual([resource, 200]);
    expect(found.headers.get('content-type')).toBe('application/jrd+json');
    expect(found.headers.get('access-control-allow-origin')).toBe('*');
    expect(await found.json()).toEqual({
      subject: `acct:waterveen@${host}`,
      aliases: [node.actor, `${origin}/`],
      links: [
        { rel: 'self', type: activityJson, href: node.actor },
        { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${origin}/` },
      ],
    });
  }
  for (const resource of ['acct:nobody@x', `acct:nobody@${host}`, 'acct:waterveen@elders.example', node.inbox])
    expect([resource, (await webFinger(origin, resource)).status]).toEqual([resource, 404]);
  const without = await fetch(`${origin}/.well-known/webfinger`);
  expect([without.status, without.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
});

it('says in NodeInfo 2.1 what runs here', async () => {
  await using node = await startSocialNode();
  const links = await getJson(`${node.origin}/.well-known/nodeinfo`, 'application/json');
  expect(links).toEqual({
    links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `${node.origin}/nodeinfo/2.1` }],
  });
  const answer = await get(`${node.origin}/nodeinfo/2.1`, 'application/json');
  expect(answer.headers.get('content-type')).toContain('http://nodeinfo.diaspora.software/ns/schema/2.1#');
  expect(nodeInfoSchema.parse(await answer.json())).toMatchObject({ software: { name: 'openstraat' } });
});

it('gives a place an actor, shows what the place says of itself, and takes it away again', async () => {
  await using node = await startSocialNode();
  const { origin } = node;
  await node.change('Fietsbel');
  const actor = await node.commands.switchActorOn({ place: 'winkel' });
  expect(actor.handle).toMatch(/^@[a-z0-9-]+@127\.0\.0\.1:\d+$/);
  const document = await getJson(actor.address);
  expect(document).toMatchObject({
    type: 'Organization',
    url: `${origin}/places/winkel`,
    attachment: expect.arrayContaining([expect.objectContaining({ type: 'PropertyValue', name: 'Adres' })]) as unknown,
  });
  const found = await webFinger(origin, `acct:${actor.handle.slice(1)}`);
  expect(await found.json()).toMatchObject({ aliases: [actor.address, `${origin}/places/winkel`] });
  expect((await get(actor.address, 'text/html')).headers.get('location')).toBe(`${origin}/places/winkel`);

  await using peer = await startPlainPeer();
  await peer.send(`${actor.address}/inbox`, { type: 'Follow', id: `${peer.actor}/f/1`, object: actor.address });
  await peer.waitFor(({ type }) => type === 'Accept');
  await node.commands.switchActorOn({ place: `${origin}/places/winkel`, name: 'de-winkel' });
  const update = await peer.waitFor(({ type }) => type === 'Update');
  expect(update).toMatchObject({ object: { id: actor.address, preferredUsername: 'de-winkel' } });
  await node.commands.switchActorOff({ place: '@de-winkel' });
  // Signed with the key of an actor that is no more.
  const farewell = await peer.waitFor(({ type }) => type === 'Delete');
  expect(farewell).toMatchObject({ actor: actor.address, object: actor.address });
  const gone = await get(actor.address);
  expect([gone.status, await gone.json()]).toMatchObject([410, { type: 'Tombstone', id: actor.address }]);
  expect((await webFinger(origin, actor.address)).status).toBe(404);
  await expect(node.commands.switchActorOff({ place: 'node' })).rejects.toMatchObject({ code: 'bad-request' });

  await node.restart();
  expect((await get(actor.address)).status).toBe(410);
});

it('speaks under its public origin behind a proxy, whatever host the proxy asks for', async () => {
  const origin = 'https://winkels.waterveen.example';
  await using node = await startSocialNode({ origin });
  const { url } = await node.commands.listen({ host: '127.0.0.1', port: 0 });
  const document = await getJson(`${url}/actors/node`);
  expect(document).toMatchObject({ id: `${origin}/actors/node`, inbox: `${origin}/actors/node/inbox` });
  expect((await get(`${url}/actors/node`, 'text/html')).headers.get('location')).toBe(`${origin}/`);
  expect((await webFinger(url, 'acct:waterveen@winkels.waterveen.example')).status).toBe(200);

  await using peer = await startPlainPeer();
  const follow = { type: 'Follow', id: `${peer.actor}/f/1`, object: `${origin}/actors/node` };
  const inner = (path: string) => new URL(path, url);
  for (const spec of ['draft-cavage', 'rfc9421'] as const) {
    const throughProxy = await peer.send(`${origin}/actors/node/inbox`, follow, {
      spec,
      tamper: (wire) => ({
        ...wire,
        url: inner(wire.url.pathname),
        headers: { ...wire.headers, host: inner('/').host },
      }),
    });
    expect([spec, throughProxy.status]).toEqual([spec, 202]);
  }
  // What was signed for another host is not for this one.
  const elsewhere = await peer.send('https://elders.example/actors/node/inbox', follow, {
    tamper: (wire) => ({ ...wire, url: inner(wire.url.pathname) }),
  });
  expect(elsewhere.status).toBe(401);
});

it('shows its actors only to who signs, where the operator wants that', async () => {
  await using node = await startSocialNode({ authorisedFetch: true });
  await node.change('Fietsbel');
  const { address } = await node.commands.switchActorOn({ place: 'winkel' });
  // Its own actor stays open: it holds the key by which others check that the node may read them.
  expect((await get(node.actor)).status).toBe(200);
  const refused = await get(address);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  expect((await get(`${address}/outbox`)).status).toBe(401);
  for (const [guarded, signs] of [
    [false, 'draft-cavage'],
    [true, 'draft-cavage'],
    [true, 'rfc9421'],
  ] as const) {
    await using peer = await startPlainPeer({ guarded, signs });
    const read = await peer.read(address);
    expect([guarded, signs, read.status]).toEqual([guarded, signs, 200]);
    expect(read.headers['cache-control']).toBe('no-store');
  }
  await using peer = await startPlainPeer({ host: '127.0.0.2' });
  const block = { domain: '127.0.0.2', severity: 'suspend', reason: '', obfuscate: false } as const;
  await node.commands.putBlocks({ blocks: [{ ...block, rejectMedia: false, rejectReports: false }], more: false });
  expect((await peer.read(address)).status).toBe(401);
});

it('takes new keys: readers of its feed and peers that keep keys lose nothing', async () => {
  await using node = await startSocialNode();
  await using peer = await startPlainPeer({ node: 'Andere Stad' });
  await peer.send(node.inbox, { type: 'Follow', id: `${peer.actor}/f/1`, object: node.actor });
  await peer.waitFor(({ type }) => type === 'Accept');
  const before = await getJson(node.actor);

  await node.commands.rotateKeys({ which: 'all', overlapDays: 7 });
  await node.change('Fietsbel');
  // This peer keeps the key for ever that it fetched for the Accept.
  await peer.waitFor((activity) => activity['type'] === 'Update' && JSON.stringify(activity).includes('/feed#stream'));

  const after = await getJson(node.actor);
  expect(after['publicKey']).toMatchObject({ id: `${node.actor}#main-key-2` });
  expect(after['assertionMethod']).not.toEqual(before['assertionMethod']);
  const keys = await node.commands.listKeys();
  expect(keys.filter(({ owner }) => owner === 'feed').map(({ state }) => state)).toEqual(['valid', 'signs']);

  const description = nodeDescriptionSchema.parse(
    await getJson(`${node.origin}/.well-known/openstraat`, 'application/ld+json'),
  );
  const checkpoint = (await getJson(
    `${node.origin}/feed/checkpoint`,
    'application/json',
  )) as unknown as SignedCheckpoint;
  expect(checkpoint.proof.verificationMethod).toMatch(/#key-2$/);
  expect(checkpointChainFaults([checkpoint], description.keys)).toEqual([]);
});
