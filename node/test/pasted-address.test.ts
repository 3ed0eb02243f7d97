import { expect, it } from 'vitest';
import type { Json } from './peers/plain-peer.ts';
import { startSocialNode } from './peers/social-node.ts';

const activity = 'application/activity+json';
// As Mastodon asks for the address that somebody pastes into its search.
const mastodon = `${activity}, application/ld+json; profile="https://www.w3.org/ns/activitystreams", text/html;q=0.1`;

const startNode = async () => {
  const node = await startSocialNode();
  await node.change('Fietsen Jansen');
  const get = (path: string, accept: string, redirect: 'manual' | 'follow' = 'manual') =>
    fetch(node.origin + path, { headers: { accept }, redirect });
  return { node, get, [Symbol.asyncDispose]: () => node[Symbol.asyncDispose]() };
};

it('the address of a place, or of the node, leads servers to its actor and nobody else', async () => {
  await using started = await startNode();
  const { node, get } = started;
  // Nobody speaks for it yet.
  expect((await get('/places/winkel', activity)).status).toBe(406);
  expect((await get('/places/winkel', mastodon)).headers.get('link')).not.toContain('/actors/');

  const { address } = await node.commands.switchActorOn({ place: 'winkel' });
  for (const [path, actor] of [
    ['/places/winkel', address],
    ['/', node.actor],
  ] as const) {
    for (const accept of [mastodon, activity]) {
      const answer = await get(path, accept);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, actor]);
      expect(answer.headers.get('vary')).toContain('Accept');
    }
    const found = (await (await get(path, mastodon, 'follow')).json()) as Json;
    expect(found['id']).toBe(actor);

    for (const accept of ['text/html', 'application/ld+json', 'application/json', '*/*']) {
      const answer = await get(path, accept);
      expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
      expect(answer.headers.get('link')).toContain(`<${actor}>; rel="alternate"; type="${activity}"`);
      expect(answer.headers.get('vary')).toContain('Accept');
      expect(answer.headers.get('content-type')).not.toContain('activity');
    }
  }
});

it('the page about the node says how to follow it', async () => {
  await using started = await startNode();
  const { node, get } = started;
  const [own] = await node.commands.listActors();
  const answer = await get('/about', 'text/html');
  expect(await answer.text()).toContain(String(own?.handle));
  expect(answer.headers.get('content-security-policy')).toMatch(/form-action 'self' https:/);
});

it('a page of a collection that is none is not there, and its beginning is named', async () => {
  await using started = await startNode();
  const { get } = started;
  for (const collection of ['outbox', 'followers', 'following']) {
    for (const cursor of ['x', '1', 'javascript:1']) {
      const answer = await get(`/actors/node/${collection}?cursor=${cursor}`, activity);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('"first"') as string });
    }
    const whole = (await (await get(`/actors/node/${collection}`, activity)).json()) as Json;
    expect((await fetch(String(whole['first']), { headers: { accept: activity } })).status).toBe(200);
  }
});

it('a handle that was changed leads to the new one', async () => {
  await using started = await startNode();
  const { node, get } = started;
  const { host } = new URL(node.origin);
  await node.commands.switchActorOn({ place: 'winkel', name: 'vijzel' });
  const { address, handle } = await node.commands.switchActorOn({ place: 'winkel', name: 'vijzel2' });
  expect(handle).toBe(`@vijzel2@${host}`);
  for (const name of ['vijzel', 'vijzel2']) {
    const found = await get(`/.well-known/webfinger?resource=acct:${name}@${host}`, 'application/jrd+json');
    expect(await found.json()).toMatchObject({
      subject: `acct:vijzel2@${host}`,
      aliases: [address, expect.anything()],
    });
  }
  expect(await node.commands.listActors()).toMatchObject([{}, { handle, formerHandles: [`@vijzel@${host}`] }]);
});
