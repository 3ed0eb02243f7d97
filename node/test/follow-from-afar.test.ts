import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { expect, it } from 'vitest';
import { eventually } from './peers/eventually.ts';
import { type Json, type PeerOptions, startPlainPeer } from './peers/plain-peer.ts';
import { startSocialNode } from './peers/social-node.ts';

const ofType =
  (type: string) =>
  (activity: Json): boolean =>
    activity['type'] === type;

const peers: readonly (readonly [string, PeerOptions])[] = [
  [
    'that knows only the older signatures, and drops the newer ones with a 202',
    { takes: 'draft-only', signs: 'draft-cavage' },
  ],
  ['that wants RFC 9421', { takes: 'rfc9421-only', signs: 'rfc9421' }],
  ['that answers 401 to look-ups without a signature', { guarded: true, signs: 'draft-cavage' }],
  ['that answers so and signs as RFC 9421 has it', { guarded: true, signs: 'rfc9421' }],
];

it.each(peers)('a node %s follows, is told of changes, and unfollows', async (_, options) => {
  await using node = await startSocialNode();
  await using peer = await startPlainPeer({ ...options, node: 'Andere Stad' });
  const follow = { type: 'Follow', id: `${peer.actor}/follows/1`, object: node.actor };
  expect(await peer.send(node.inbox, follow)).toMatchObject({ status: 202 });
  const accept = await peer.waitFor(ofType('Accept'));
  expect(accept).toMatchObject({ actor: node.actor, object: { type: 'Follow', id: follow.id, actor: peer.actor } });

  await node.change('Fietsen Jansen');
  const notice = await peer.waitFor(ofType('Update'));
  expect(notice).toMatchObject({
    actor: node.actor,
    object: { id: `${node.origin}/feed#stream`, type: 'Collection', updated: expect.any(String) as string },
  });

  const undo = { type: 'Undo', object: { ...follow, actor: peer.actor } };
  expect(await peer.send(node.sharedInbox, undo)).toMatchObject({ status: 202 });
});

it.each(peers)('a person on a server %s follows a place, gets its post, and unfollows', async (_, options) => {
  await using node = await startSocialNode();
  await using peer = await startPlainPeer(options);
  await node.change('Fietsen Jansen');
  const place = await node.commands.switchActorOn({ place: 'winkel' });
  const follow = { type: 'Follow', id: `${peer.actor}/follows/1`, object: place.address };
  expect(await peer.send(`${place.address}/inbox`, follow)).toMatchObject({ status: 202 });
  expect(await peer.waitFor(ofType('Accept'))).toMatchObject({ actor: place.address });

  await node.commands.publishPost({ place: 'winkel', text: 'Morgen open', pictures: [] });
  expect(await peer.waitFor(ofType('Create'))).toMatchObject({
    actor: place.address,
    object: { type: 'Note', content: expect.stringContaining('Morgen open') as string },
  });

  await peer.send(`${place.address}/inbox`, { type: 'Undo', object: { ...follow, actor: peer.actor } });
  await eventually(async () =>
    expect(JSON.parse((await peer.read(`${place.address}/followers`)).body)).toMatchObject({ totalItems: 0 }),
  );
});

it('a node behind a proxy is followed under the name that the world has for it', async () => {
  let inside = '';
  // As some proxies do, it names the host that it asks, not the one that it was asked for.
  const proxy = createServer((request, response) => {
    const target = new URL(request.url ?? '/', inside);
    const headers = { ...request.headers, host: target.host };
    const onwards = httpRequest(target, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onwards);
  }).listen(0, '127.0.0.3');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    await using node = await startSocialNode({ origin: `http://127.0.0.3:${address.port}` });
    inside = node.url;
    for (const signs of ['draft-cavage', 'rfc9421'] as const) {
      await using peer = await startPlainPeer({ signs, node: 'Andere Stad' });
      expect(await peer.send(node.inbox, { type: 'Follow', object: node.actor })).toMatchObject({ status: 202 });
      expect(await peer.waitFor(ofType('Accept'))).toMatchObject({ actor: node.actor });
      // Under the inner name it is somebody else.
      const inner = `${node.url}/actors/node/inbox`;
      expect(await peer.send(inner, { type: 'Follow', object: node.actor })).toMatchObject({ status: 401 });
    }
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
});
