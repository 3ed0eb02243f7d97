import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFederation, generateCryptoKeyPair, MemoryKvStore } from '@fedify/fedify';
import { Organization } from '@fedify/vocab';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { nodeSettingsSchema } from '../../config/settings.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import type { Follower, Followers } from '../followers/follower.ts';
import { withPlainForm } from '../plain-form.ts';
import { type FederationStore, openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { actorList, draft, nodeActor, shopActor } from './posts.test-helper.ts';
import { registerPosts } from './register-posts.ts';

const origin = 'https://waterveen.example';
const note = (id: string) => `${origin}/posts/${id}`;

interface Delivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Somebody's server, which takes what it is sent and notes it. */
const openInbox = async () => {
  const deliveries: Delivery[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      deliveries.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(202).end();
      for (const { resolve } of waiting.filter(({ count }) => count <= deliveries.length)) resolve();
      waiting = waiting.filter(({ count }) => count > deliveries.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    deliveries,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: (count: number) =>
      new Promise<void>((resolve) => {
        if (deliveries.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const follower = (server: string, name: string, changes: Partial<Follower> = {}): Follower => ({
  id: `${server}/${name}`,
  inbox: `${server}/${name}/inbox`,
  sharedInbox: undefined,
  follow: `${server}/follows/${name}`,
  state: 'accepted',
  node: undefined,
  handle: undefined,
  since: '2026-11-01T00:00:00Z',
  failingSince: undefined,
  ...changes,
});

const keys = generateCryptoKeyPair('RSASSA-PKCS1-v1_5');

/** Two actors with posts behind a Fedify of their own. */
const openNode = async (
  following: Readonly<Record<string, readonly Follower[]>> = {},
  prepare: (store: FederationStore) => void = () => {},
) => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await scratchFolder());
  const clock = new HandClock();
  const store = opened.use(await openFederationStore(`${folder.path}/store`, { clock }));
  prepare(store);
  const federation = createFederation<void>({ kv: new MemoryKvStore(), origin, allowPrivateAddress: true });
  const actors = actorList([nodeActor, shopActor]);
  federation
    .setActorDispatcher('/actors/{identifier}', (context, identifier) =>
      actors.get(identifier) === undefined ? null : new Organization({ id: context.getActorUri(identifier) }),
    )
    .setKeyPairsDispatcher(async () => [await keys]);
  federation.setFollowersDispatcher('/actors/{identifier}/followers', () => ({ items: [] }));
  const followers = {
    list: (identifier: string) => Promise.resolve(following[identifier] ?? []),
  } as unknown as Followers;
  const registered = registerPosts(federation, {
    settings: nodeSettingsSchema.parse({
      version: 1,
      name: 'Winkels in Waterveen',
      area: 'Waterveen',
      operator: { name: 'Coöperatie Waterveen', contact: 'info@waterveen.example' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      origin,
    }),
    log: new MemoryChangeLog({ origin, clock }),
    store,
    actors,
    followers,
    blocks: { isBlocked: () => false },
    readActor: () => Promise.resolve(undefined),
    clock,
    random: Math.random,
    logger: pino({ level: 'silent' }),
  });
  opened.use(registered);
  const get = async (address: string) => {
    const request = new Request(address, { headers: { Accept: 'application/activity+json' } });
    const response = await withPlainForm(
      await federation.fetch(request, {
        contextData: undefined,
        onNotFound: async () => (await registered.gone(request)) ?? new Response(null, { status: 404 }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  const owners = opened.move();
  const closePosts = () => registered[Symbol.asyncDispose]();
  return { ...registered, clock, get, closePosts, [Symbol.asyncDispose]: () => owners.disposeAsync() };
};

describe('a post', () => {
  it('reads as other servers need it', async () => {
    await using node = await openNode();
    const post = await node.posts.publish(
      draft({
        text: 'Kom kijken naar <nieuwe> fietsen!\n#Fiets',
        link: 'https://jansen.example/nieuw',
        pictures: [{ address: 'https://jansen.example/fiets.jpg', alternative: 'Een rode fiets' }],
      }),
    );
    const { status, body } = await node.get(note(post.id));
    expect(status).toBe(200);
    const html = expect.stringContaining('<p>Kom kijken naar &lt;nieuwe&gt; fietsen!<br><a href=') as unknown;
    expect(body).toMatchObject({
      id: note(post.id),
      type: 'Note',
      attributedTo: `${origin}/actors/jansen`,
      to: ['https://www.w3.org/ns/activitystreams#Public'],
      cc: [`${origin}/actors/jansen/followers`],
      content: html,
      contentMap: { nl: html },
      url: `${origin}/places/jansen`,
      published: new Date(node.clock.now()).toISOString().replace('.000', ''),
      tag: [{ type: 'Hashtag', name: '#Fiets', href: `${origin}/search?q=Fiets` }],
      attachment: [
        {
          type: 'Image',
          mediaType: 'image/jpeg',
          url: 'https://jansen.example/fiets.jpg',
          name: 'Een rode fiets',
        },
      ],
    });
    expect(body).not.toHaveProperty('updated');
    expect(await node.pageAt(`/posts/${post.id}`)).toBe('/places/jansen');
  });

  it('says when it was changed, and is gone once it was taken back', async () => {
    await using node = await openNode();
    const post = await node.posts.publish(draft());
    node.clock.turn(60_000);
    await node.posts.edit(post.id, { text: 'Toch dicht' });
    const changed = await node.get(note(post.id));
    expect(changed.body).toMatchObject({ content: '<p>Toch dicht</p>', updated: expect.any(String) as unknown });
    await node.posts.remove(post.id);
    const { status, body } = await node.get(note(post.id));
    expect(status).toBe(410);
    expect(body).toMatchObject({ id: note(post.id), type: 'Tombstone', deleted: expect.any(String) as unknown });
    expect(await node.pageAt(`/posts/${post.id}`)).toBeUndefined();
  });

  it('is not there before its time, and never where it was withdrawn', async () => {
    await using node = await openNode();
    const post = await node.posts.publish(draft({ atMs: node.clock.now() + 1 }));
    expect((await node.get(note(post.id))).status).toBe(404);
    await node.posts.remove(post.id);
    expect((await node.get(note(post.id))).status).toBe(404);
    expect((await node.get(note('nothing'))).status).toBe(404);
  });
});

describe('the replies to a post', () => {
  it('are named by their addresses alone, once the operator shows them', async () => {
    await using node = await openNode();
    const post = await node.posts.publish(draft());
    const said = { kind: 'reply', sender: 'https://a.example/ann', identifier: 'jansen', isPublic: true } as const;
    for (const number of [1, 2, 3])
      await node.replies.put({
        ...said,
        address: `https://a.example/${number}`,
        post: post.id,
        text: `Antwoord ${number}`,
        atMs: number,
      });
    const shown = async () => {
      const { body } = await node.get(String((await node.get(note(post.id))).body['replies']));
      expect(JSON.stringify(body)).not.toContain('Antwoord');
      expect(body).toMatchObject({ id: `${note(post.id)}/replies`, type: 'OrderedCollection' });
      return [body['totalItems'], body['orderedItems']];
    };
    const show = async (address: string) => node.moderation.show((await node.replies.find(address))?.id ?? '');
    expect(await shown()).toEqual([0, undefined]);
    await show('https://a.example/3');
    expect(await shown()).toEqual([1, ['https://a.example/3']]);
    await show('https://a.example/1');
    expect(await shown()).toEqual([2, ['https://a.example/1', 'https://a.example/3']]);
    expect(await node.pageAt(`/posts/${post.id}/replies`)).toBe('/places/jansen');
    await node.posts.remove(post.id);
    expect((await node.get(`${note(post.id)}/replies`)).status).toBe(404);
    expect((await node.get(`${note('nothing')}/replies`)).status).toBe(404);
  });
});

describe('the count of posts', () => {
  it('is through with the store when that is closed, however early that is', async () => {
    const reading = Promise.withResolvers<void>();
    let reads = 0;
    await using node = await openNode({}, ({ tables }) => {
      const read = tables.keys.bind(tables);
      vi.spyOn(tables, 'keys').mockImplementation(async (table, range) => {
        if (range.from?.startsWith('box!') === true) {
          reads += 1;
          await reading.promise;
        }
        return read(table, range);
      });
    });
    // A command that never starts to send needs no count, and may be done before it would be.
    expect(reads).toBe(0);
    node.start();
    // What else was begun with it is done: only the count is left to wait for.
    await node.posts[Symbol.asyncDispose]();
    let isClosed = false;
    const closing = node.closePosts().then(() => (isClosed = true));
    for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([reads, isClosed]).toEqual([1, false]);
    reading.resolve();
    await closing;
    // The second actor was not begun.
    expect(reads).toBe(1);
  });
});

describe('an outbox', () => {
  it('is walked to its end, newest first', async () => {
    await using node = await openNode();
    const count = 45;
    for (let number = 0; number < count; number += 1) {
      await node.posts.publish(draft({ text: String(number) }));
      node.clock.turn(1);
    }
    const outbox = `${origin}/actors/jansen/outbox`;
    const { body } = await node.get(outbox);
    expect(body).toMatchObject({ id: outbox, type: 'OrderedCollection', totalItems: count });
    const texts: unknown[] = [];
    let next = body['first'];
    while (typeof next === 'string') {
      const page = await node.get(next);
      expect(page.body).toMatchObject({ type: 'OrderedCollectionPage', partOf: outbox });
      for (const item of page.body['orderedItems'] as { type: string; object: { content: string } }[]) {
        expect(item.type).toBe('Create');
        texts.push(item.object.content);
      }
      next = page.body['next'];
    }
    expect(texts).toEqual(Array.from({ length: count }, (_, index) => `<p>${count - 1 - index}</p>`));
    expect((await node.get(`${origin}/actors/nobody/outbox`)).status).toBe(404);
  });
});

describe('followers', () => {
  it('get what is new, changed and taken back, a shared inbox once; who only asks gets nothing', async () => {
    await using inbox = await openInbox();
    const shared = { sharedInbox: `${inbox.origin}/inbox` };
    await using node = await openNode({
      jansen: [
        follower(inbox.origin, 'anna', shared),
        follower(inbox.origin, 'bram', shared),
        follower(inbox.origin, 'asks', { state: 'asked' }),
        follower(inbox.origin, 'town', { node: { origin: inbox.origin, name: 'Zandwijk' } }),
      ],
    });
    const post = await node.posts.publish(draft());
    await node.posts.edit(post.id, { text: 'Toch dicht' });
    await node.posts.remove(post.id);
    await inbox.received(6);
    const sent = (path: string) =>
      inbox.deliveries.filter((delivery) => delivery.path === path).map(({ body }) => [body['type'], body['id']]);
    const all = [
      ['Create', `${note(post.id)}#create`],
      ['Update', `${note(post.id)}#update-1`],
      ['Delete', `${note(post.id)}#delete`],
    ];
    expect(sent('/inbox')).toEqual(all);
    expect(sent('/town/inbox')).toEqual(all);
    expect(inbox.deliveries).toHaveLength(6);
    for (const { headers } of inbox.deliveries) expect(headers).toHaveProperty('signature');
    expect(inbox.deliveries.at(-1)?.body).toMatchObject({
      actor: `${origin}/actors/jansen`,
      to: 'https://www.w3.org/ns/activitystreams#Public',
      object: { id: note(post.id), type: 'Tombstone' },
    });
  });

  it('of the node that are nodes get notices, not posts', async () => {
    await using inbox = await openInbox();
    await using node = await openNode({
      node: [
        follower(inbox.origin, 'anna'),
        follower(inbox.origin, 'town', { node: { origin: inbox.origin, name: 'Zandwijk' } }),
      ],
    });
    await node.posts.publish(draft({ identifier: 'node' }));
    await inbox.received(1);
    expect(inbox.deliveries.map(({ path }) => path)).toEqual(['/anna/inbox']);
  });
});
