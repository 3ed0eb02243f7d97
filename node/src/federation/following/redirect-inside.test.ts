import { describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { guardOwnFetch } from '../courier/guard-fetch.ts';
import { createFetcher } from '../fetching/create-fetcher.ts';
import type { Dial, Resolve } from '../fetching/guarded-lookup.ts';
import { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { type LoopbackServer, serveOnLoopback } from '../replica/test-peer.test-helper.ts';
import { endingWithTest, FollowingInTest } from './following.test-helper.ts';

const publicAddress = { address: '93.184.216.34', family: 4 };
const insideAddress = { address: '127.0.0.1', family: 4 };
const minuteMs = 60_000;

/** The internet of this test: `town.example` stands at a public address, `inside.example` within the reader's own network. Private addresses are not allowed. */
const internet = () => {
  const at = new Map([
    ['town.example', [publicAddress]],
    ['inside.example', [insideAddress]],
    ['both.example', [publicAddress, insideAddress]],
  ]);
  const resolve: Resolve = async (hostname) => at.get(hostname) ?? [];
  const dial: Dial = (judged) => (judged.address === publicAddress.address ? insideAddress : judged);
  return { at, guard: { allowPrivateAddress: false, userAgent: 'test', resolve, dial } };
};
const serve = async (...given: Parameters<typeof serveOnLoopback>): Promise<LoopbackServer> =>
  endingWithTest(await serveOnLoopback(...given));
/** What nobody outside may reach, and every way of writing where it is. */
const startInside = async () => {
  const inside = await serve((_request, response) => response.end('{"secret":true}'));
  const { port } = new URL(inside.origin);
  const hosts = [
    '127.0.0.1',
    '2130706433',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'inside.example',
    'both.example',
  ];
  return { inside, ways: hosts.map((host) => `http://${host}:${port}/secret`) };
};

describe('a public host that redirects inside', () => {
  it('is not followed there by a look-up, however that is written, even where redirects may leave the origin', async () => {
    const { inside, ways } = await startInside();
    const { guard, at } = internet();
    at.set('localhost', [insideAddress]);
    let location = '';
    const town = await serve((_request, response) => response.writeHead(302, { location }).end(), 'town.example');
    const fetcher = endingWithTest(createFetcher({ ...guard, clock: { now: () => Date.now() } }));
    for (location of ways) {
      expect(await fetcher.get(town.origin, { redirects: 'anywhere' })).toMatchObject({ code: 'private-address' });
      expect(await fetcher.get(town.origin)).toMatchObject({ ok: false, code: 'other-origin' });
    }
    expect(town.asked).toHaveLength(2 * ways.length);
    expect(inside.asked).toEqual([]);
  });

  it('gets no activity delivered there', async () => {
    const { inside, ways } = await startInside();
    const { guard, at } = internet();
    at.set('localhost', [insideAddress]);
    let location = '';
    const town = await serve((_request, response) => response.writeHead(307, { location }).end(), 'town.example');
    endingWithTest(guardOwnFetch(guard));
    for (location of ways)
      await expect(fetch(`${town.origin}/inbox`, { method: 'POST', body: '{}' })).rejects.toMatchObject({
        cause: { code: 'private-address' },
      });
    expect(town.asked).toHaveLength(ways.length);
    expect(inside.asked).toEqual([]);
  });

  it('while it is followed keeps its things here, and is named with what it did', async () => {
    const { inside, ways } = await startInside();
    const { guard, at } = internet();
    const peer = endingWithTest(await ScriptedPeer.start('town.example'));
    peer.put(['a', 'a']);
    const fetcher = endingWithTest(createFetcher({ ...guard, clock: { now: () => Date.now() } }));
    const test = await FollowingInTest.make(openReplica, { fetcher });
    await test.following.start();
    expect(await test.following.add(peer.origin)).toMatchObject({ state: 'current', things: 1 });

    peer.spoil = (path) =>
      path.startsWith('/feed') ? { status: 307, headers: { location: ways[0] ?? '' } } : undefined;
    await test.pass(6 * minuteMs);
    const words = expect.stringContaining(inside.origin) as string;
    expect(await test.following.list()).toMatchObject([
      {
        state: 'failed',
        things: 1,
        reason: { code: 'other-origin', words, url: expect.stringContaining(`${peer.origin}/feed`) as string },
      },
    ]);

    // Its own name may lead inside as well.
    peer.spoil = () => undefined;
    peer.asked.length = 0;
    at.set('town.example', [insideAddress]);
    await fetcher[Symbol.asyncDispose]();
    const anew = endingWithTest(createFetcher({ ...guard, clock: { now: () => Date.now() } }));
    await test.restart({ fetcher: anew });
    await test.following.start();
    await test.pass(60 * minuteMs);
    expect(await test.following.list()).toMatchObject([
      { state: 'failed', things: 1, reason: { code: 'private-address' } },
    ]);
    expect([...peer.asked, ...inside.asked]).toEqual([]);
  });
});
