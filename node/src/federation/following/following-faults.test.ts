import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { loopbackFetcher, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import type { FollowingOptions } from './create-following.ts';
import { endingWithTest, FollowingInTest, startPeer } from './following.test-helper.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const make = (more?: Partial<FollowingOptions>): Promise<FollowingInTest> => FollowingInTest.make(openReplica, more);
describe('a peer', () => {
  it('that is down for an hour is asked ever more seldom, keeps its things here, and is caught up with', async () => {
    const peer = await startPeer('a', 'b');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    peer.spoil = () => ({ status: 502 });
    const { length } = peer.asked;
    for (let minute = 0; minute < 60; minute += 1) await test.pass(minuteMs);
    const tries = peer.asked.length - length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(12);
    expect(await test.following.list()).toMatchObject([{ state: 'failed', things: 2, digest: 'agrees' }]);
    peer.spoil = () => undefined;
    peer.put(['c', 'c'], ['a']);
    await test.pass(hourMs);
    expect((await test.names())[peer.origin]).toEqual(['b', 'c']);
    // What is the same again and again is said once.
    expect(test.said.filter((said) => said.includes('could not be read'))).toHaveLength(1);
    expect(test.said.filter((said) => said.includes('up to its head again'))).toHaveLength(1);
  });

  it('whose replica fills its share of the disk is paused, says what to do, and is there again with what it has here', async () => {
    const peer = await startPeer('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const limits = { diskBytesMax: 100, diskLookBytes: 1 };
    const test = await make({ limits });
    await test.following.start();
    const host = new URL(peer.origin).host;
    const words = expect.stringContaining(`openstraat unfollow ${host}`) as string;
    const paused = { state: 'differs', reason: { code: 'replica-full', words } };
    expect(await test.following.add(peer.origin)).toMatchObject({ ...paused, digest: 'differs' });
    await test.pass(2 * hourMs);
    expect(await test.following.list()).toMatchObject([paused]);
    expect(test.said.filter((said) => said.includes('a replica differs'))).toHaveLength(1);

    await test.restart({ limits: { ...limits, diskBytesMax: 1 << 20 } });
    await test.following.start();
    await test.pass(2 * hourMs);
    expect(await test.following.list()).toMatchObject([{ state: 'current', things: 7, digest: 'agrees' }]);
  });

  it('that was restored from an old backup is read anew', async () => {
    const peer = await startPeer('a', 'b', 'c');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    peer.entries = peer.entries.slice(0, 1);
    peer.epoch = 'e2';
    peer.put(['d', 'd']);
    await test.pass(6 * minuteMs);
    expect((await test.names())[peer.origin]).toEqual(['a', 'd']);
    expect(test.said).toContain('a feed was read anew from its start');
  });

  it('whose origin changes is reported, and what it says under the new one is not taken', async () => {
    const peer = await startPeer('a');
    const test = await make();
    await test.following.start();
    await test.following.add(peer.origin);
    const moved = 'https://elders.example';
    peer.description = (description) =>
      JSON.parse(JSON.stringify(description).replaceAll(peer.origin, moved)) as typeof description;
    peer.put(['b', 'b']);
    await test.pass(6 * minuteMs);
    expect(await test.following.list()).toMatchObject([
      { state: 'failed', reason: { code: 'other-origin', words: expect.stringContaining(moved) as string }, things: 1 },
    ]);
  });

  it.each([
    [
      'asks another host',
      { status: 302, headers: { location: 'http://127.0.0.1:9/.well-known/openstraat' } },
      /other origin|another origin/,
    ],
    ['is no node', { status: 404 }, /404.*no Openstraat node/s],
    ['serves people only', { body: '<!doctype html>' }, /not JSON/],
    ['never ends', { body: '{', stalls: true as const }, /stopped in the middle/],
  ])('that %s is not followed', async (_what, spoiled, words) => {
    const peer = await startPeer('a');
    peer.spoil = () => spoiled;
    const fetcher = endingWithTest(loopbackFetcher('stalls' in spoiled ? { stallMs: 50 } : {}));
    const test = await make({ fetcher });
    const adding = test.following.add(peer.origin);
    await expect(adding).rejects.toMatchObject({ code: 'peer-unusable' });
    await expect(adding).rejects.toThrow(words);
    expect(await test.following.list()).toEqual([]);
    expect(await test.replicas.stored()).toEqual([]);
  });

  it('that is this node itself, under whatever name, is not followed', async () => {
    const peer = await startPeer('a');
    const key = () =>
      (JSON.parse(peer.right('/.well-known/openstraat')) as { keys: { publicKeyMultibase: string }[] }).keys;
    const elsewhere = endingWithTest(
      await serveOnLoopback((_request, response) => response.end(peer.right('/.well-known/openstraat'))),
    );
    const own = { origin: peer.origin, language: 'nl', publicKeys: [] as string[] };
    for (const [given, self] of [
      [peer.origin, own],
      [new URL(peer.origin).host, own],
      [elsewhere.origin, own],
      [peer.origin, { ...own, origin: 'https://own.example', publicKeys: key().map((one) => one.publicKeyMultibase) }],
    ] as const) {
      const test = await make({ own: self });
      await expect(test.following.add(given)).rejects.toThrow('this node itself');
    }
    const other = await make();
    await expect(other.following.add(elsewhere.origin)).rejects.toThrow(`openstraat follow ${peer.origin}`);
  });

  it('that has gone from the address is not there, and the words say what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    server.close();
    await once(server, 'close');
    const test = await make();
    await expect(test.following.add(`127.0.0.1:${port}`)).rejects.toThrow(/nothing listens.*Check how its address/s);
  });
});
