import { join } from 'node:path';
import { nodeDescriptionSchema, searchAnswerSchema } from '@openstraat/spec';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { openNode } from '../src/app.ts';
import { dataFolder } from '../src/config/data-folder.ts';
import { readKeys } from '../src/config/keys-file.ts';
import { readSettings } from '../src/config/settings-file.ts';
import type { OpenNode } from '../src/control/commands.ts';
import { eventually } from './peers/eventually.ts';
import { type Json, type PlainPeer, startPlainPeer } from './peers/plain-peer.ts';
import { startSocialNode } from './peers/social-node.ts';
import { freePort } from './support/free-port.ts';
import { done } from './support/openstraat.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

const activityJson = 'application/activity+json';
const html = 'text/html';

const get = (url: string, accept = 'application/ld+json'): Promise<Response> =>
  fetch(url, { headers: { accept }, redirect: 'manual' });
const getJson = async (url: string, accept?: string): Promise<Json> => (await (await get(url, accept)).json()) as Json;
/** Where an address leads, with the status. */
const leads = async (url: string, accept?: string): Promise<readonly [number, string | null]> => {
  const { status, headers } = await get(url, accept);
  return [status, headers.get('location')];
};
/** What a reader of the feed sees, by the path of each thing. */
const feedOf = async (origin: string): Promise<ReadonlyMap<string, Json>> => {
  const page = await getJson(`${origin}/feed`, 'application/json');
  return new Map((page['items'] as Json[]).map((item) => [new URL(String(item['id'])).pathname, item]));
};
const ofType =
  (type: string) =>
  (activity: Json): boolean =>
    activity['type'] === type;
const follow = async (peer: PlainPeer, actor: string): Promise<void> => {
  await peer.send(`${actor}/inbox`, { type: 'Follow', object: actor });
  await peer.waitFor(({ type, actor: by }) => type === 'Accept' && by === actor);
};

it('a place moves to another node with its followers, readers and links, and can come back', async () => {
  await using old = await startSocialNode();
  await using there = await startSocialNode();
  await using ann = await startPlainPeer();
  await old.change('Fietspomphuis');
  const from = `${old.origin}/places/winkel`;
  const to = `${there.origin}/places/winkel`;
  const move = () => old.commands.movePlace({ place: 'winkel', to, sameKeys: true });
  const actor = await old.commands.switchActorOn({ place: 'winkel' });
  await follow(ann, actor.address);

  // Nothing goes before both ends are ready, and each message says what is to be done where.
  await expect(move()).rejects.toThrow(/answers 404. First import the place at the new node/);
  await there.change('Fietspomphuis');
  await expect(move()).rejects.toThrow(`At the new node say: openstraat actor on winkel --was ${actor.address}`);
  const target = await there.commands.switchActorOn({ place: 'winkel' });
  await expect(move()).rejects.toThrow(/does not say that it was/);
  expect(await there.commands.switchActorOn({ place: 'winkel', was: actor.handle })).toMatchObject({
    alsoKnownAs: [actor.address],
  });
  expect((await get(from)).status).toBe(200);

  expect(await move()).toEqual({ from, to, things: 1, actors: 1, followers: 1 });
  expect(await ann.waitFor(ofType('Move'))).toMatchObject({
    actor: actor.address,
    object: actor.address,
    target: target.address,
  });
  const document = await getJson(actor.address, activityJson);
  expect(document).toMatchObject({ id: actor.address, movedTo: target.address });
  expect(await getJson(target.address, activityJson)).toMatchObject({ alsoKnownAs: [actor.address] });
  const resource = encodeURIComponent(`acct:${actor.handle.slice(1)}`);
  expect((await get(`${old.origin}/.well-known/webfinger?resource=${resource}`)).status).toBe(200);
  for (const accept of [html, 'application/ld+json']) expect(await leads(from, accept)).toEqual([308, to]);
  expect(await leads(actor.address, html)).toEqual([303, from]);
  expect((await feedOf(old.origin)).get('/places/winkel')).toMatchObject({ state: 'deleted', movedTo: to });

  // Nobody follows who is gone, nothing is brought back unasked, and saying it again changes nothing.
  await using bob = await startPlainPeer();
  await bob.send(`${actor.address}/inbox`, { type: 'Follow', object: actor.address });
  await bob.waitFor(ofType('Reject'));
  await expect(old.change('Weer hier')).rejects.toThrow(/moved-away/);
  expect(await move()).toMatchObject({ things: 0, actors: 1 });
  await expect(
    old.commands.movePlace({ place: 'winkel', to: `${there.origin}/places/anders`, sameKeys: false }),
  ).rejects.toMatchObject({ code: 'moved' });
  expect(await old.commands.listMoves()).toMatchObject({ places: [{ from, to, things: 1 }] });

  await old.commands.undoMove({ place: 'winkel' });
  await ann.waitFor(ofType('Update'));
  expect(await getJson(actor.address, activityJson)).not.toHaveProperty('movedTo');
  await old.change('Weer hier');
  expect((await get(from)).status).toBe(200);
  expect(await old.commands.listMoves()).toEqual({ places: [], formerly: [], actors: [] });
});

/** A node under another origin that was made from a backup, as its operator makes it. */
const restore = async (backup: string, scratch: ScratchFolder): Promise<OpenNode & { readonly origin: string }> => {
  const host = '127.0.0.1';
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const path = scratch.at('restored');
  await done(['restore', backup, '--data', path, '--origin', origin, '--change-origin']);
  const folder = dataFolder(path);
  const node = await openNode({
    dataFolder: path,
    settings: await readSettings(folder, {}),
    keys: await readKeys(folder),
    onOriginChange: 'refuse',
    logger: pino({ level: 'silent' }),
  });
  await node.listen({ host, port });
  return Object.assign(node, { origin });
};

/** Origins of what a search finds. */
const found = async (origin: string): Promise<readonly string[]> => {
  const answer = await get(`${origin}/search?q=fietspomphuis&lat=52.1&lon=6.1&radius=10000`, 'application/json');
  const { results } = searchAnswerSchema.parse(await answer.json());
  return results.map(({ origin: of }) => of.url);
};

it('a node moves to another host, and the nodes that follow it land there', { timeout: 120_000 }, async () => {
  await using scratch = await scratchFolder();
  await using old = await startSocialNode();
  await using neighbour = await startSocialNode({ name: 'Buurdorp', area: 'Buurdorp' });
  await using ann = await startPlainPeer();
  await old.change('Fietspomphuis');
  const place = await old.commands.switchActorOn({ place: 'winkel' });
  await follow(ann, place.address);
  await neighbour.commands.follow({ node: old.origin }, () => {});
  await old.commands.follow({ node: neighbour.origin }, () => {});
  await eventually(async () => {
    for (const node of [old, neighbour])
      expect(await node.commands.listFollowing()).toMatchObject([{ followState: 'accepted' }]);
  });

  const backup = join(scratch.path, 'backup');
  await old.commands.backup({ folder: backup });
  await using there = await restore(backup, scratch);
  // Who follows the old actors does not follow the new ones yet, and whom it follows is asked by the new one.
  await eventually(async () =>
    expect(await there.listFollowing()).toMatchObject([{ origin: neighbour.origin, followState: 'accepted' }]),
  );
  expect(await there.listFollowers({ asking: false, limit: 10 })).toEqual([]);

  const move = () => old.commands.moveNode({ to: there.origin, allowShrink: false });
  await expect(move()).rejects.toThrow(`There say: openstraat move from ${old.origin}`);
  expect(await there.sayFormerly({ from: old.origin, forget: false })).toMatchObject({ formerly: [old.origin] });

  // From here on it is looked all the time whether the neighbour finds it.
  const seen: string[] = [];
  const over = new AbortController();
  const looking = (async () => {
    while (!over.signal.aborted) seen.push((await found(neighbour.origin)).join(' '));
  })();
  expect(await move()).toMatchObject({ from: old.origin, to: there.origin, actors: 2, followers: 2 });
  await eventually(async () =>
    expect(await neighbour.commands.listFollowing()).toMatchObject([
      { origin: there.origin, movedFrom: old.origin, state: 'current', digest: 'agrees', followState: 'accepted' },
    ]),
  );
  await eventually(async () => expect(await found(neighbour.origin)).toEqual([there.origin]));
  over.abort();
  await looking;
  // For a moment it may be found twice, and never nowhere.
  expect(seen).not.toContain('');
  expect(seen[0]).toBe(old.origin);

  expect(await ann.waitFor(ofType('Move'))).toMatchObject({
    object: place.address,
    target: place.address.replace(old.origin, there.origin),
  });
  await eventually(async () => {
    const followers = await neighbour.commands.listFollowers({ asking: false, limit: 10 });
    expect(followers.map(({ id }) => id)).toEqual([`${there.origin}/actors/node`]);
  });

  // What people and search engines look at leads on; what readers and servers need stays, and says where it went.
  for (const path of ['/search?q=fiets', '/01/09521234567894', '/places', '/about', '/places/winkel', '/sitemap.xml'])
    expect(await leads(old.origin + path, html)).toEqual([308, there.origin + path]);
  expect(await leads(`${old.origin}/`, html)).toEqual([308, `${there.origin}/`]);
  expect(await leads(`${old.origin}/places/winkel`)).toEqual([308, `${there.origin}/places/winkel`]);
  for (const path of ['/', '/.well-known/openstraat']) {
    const description = nodeDescriptionSchema.parse(await getJson(old.origin + path));
    expect(description.movedTo).toBe(`${there.origin}/`);
  }
  const newDescription = nodeDescriptionSchema.parse(await getJson(`${there.origin}/.well-known/openstraat`));
  expect(newDescription.alsoKnownAs).toEqual([`${old.origin}/`]);
  for (const actor of [old.actor, place.address])
    expect(await getJson(actor, activityJson)).toMatchObject({
      id: actor,
      movedTo: actor.replace(old.origin, there.origin),
    });
  const resource = encodeURIComponent(old.actor);
  for (const path of ['/feed/checkpoint', `/.well-known/webfinger?resource=${resource}`, '/nodeinfo/2.1', '/healthz'])
    expect([path, (await get(old.origin + path, '*/*')).status]).toEqual([path, 200]);
  for (const [path, item] of await feedOf(old.origin))
    expect(item).toMatchObject({ state: 'deleted', movedTo: there.origin + path });

  expect(await old.commands.stats()).toMatchObject({ movedTo: there.origin, live: 0 });
  await expect(old.change('Nog iets')).rejects.toMatchObject({ code: 'moved' });
  await old.restart();
  expect(await move()).toMatchObject({ things: 0 });

  await old.commands.undoMove({});
  expect(await getJson(old.actor, activityJson)).not.toHaveProperty('movedTo');
  await old.change('Toch weer hier');
  expect((await get(`${old.origin}/`, html)).status).toBe(200);
  expect((await get(`${old.origin}/places/winkel`)).status).toBe(200);
});
