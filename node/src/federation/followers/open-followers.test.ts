import { describe, expect, it } from 'vitest';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import type { Follower } from './follower.ts';
import { followersLimits } from './limits.ts';
import { openFollowers } from './open-followers.ts';

const follower = (name: string, changes: Partial<Follower> = {}): Follower => ({
  id: `https://${name}.example/users/ann`,
  inbox: `https://${name}.example/users/ann/inbox`,
  sharedInbox: undefined,
  follow: `https://${name}.example/follows/1`,
  state: 'accepted',
  node: undefined,
  handle: `ann@${name}.example`,
  since: '2026-11-22T00:00:00Z',
  failingSince: undefined,
  ...changes,
});
const ofNode = (name: string): Follower =>
  follower(name, { node: { origin: `https://${name}.example`, name }, sharedInbox: `https://${name}.example/inbox` });

const openStore = async () => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await scratchFolder());
  const store = opened.use(await openFederationStore(`${folder.path}/store`, { clock: new HandClock() }));
  const owners = opened.move();
  return { tables: store.tables, [Symbol.asyncDispose]: () => owners.disposeAsync() };
};

describe('followers', () => {
  it('are what was kept last, by actor, also when they are read anew', async () => {
    await using store = await openStore();
    const followers = await openFollowers(store.tables);
    for (const name of ['c', 'a']) await followers.put('node', follower(name));
    await followers.put('node', ofNode('b'));
    await followers.put('node', follower('d', { state: 'asked' }));
    // An actor whose key starts with another's name.
    await followers.put('node-2', follower('a'));
    await followers.put('node', follower('c', { failingSince: '2026-11-23T00:00:00Z' }));
    for (const read of [followers, await openFollowers(store.tables)]) {
      expect((await read.list('node', { limit: 10 })).map(({ id }) => id[8])).toEqual(['a', 'b', 'c', 'd']);
      expect(await read.list('node', { after: ofNode('b').id, limit: 1 })).toEqual([
        follower('c', { failingSince: '2026-11-23T00:00:00Z' }),
      ]);
      expect([await read.count('node'), read.countAsking('node'), await read.count('node-2')]).toEqual([3, 1, 1]);
      expect(read.nodes('node')).toEqual([ofNode('b')]);
      expect(await read.followedBy(follower('a').id)).toEqual(['node', 'node-2']);
    }
  });

  it('go one by one, or with their actor', async () => {
    await using store = await openStore();
    const followers = await openFollowers(store.tables);
    for (const name of ['a', 'b']) await followers.put('node', ofNode(name));
    await followers.put('shop', follower('a'));
    expect(await followers.remove('node', ofNode('a').id)).toBe(true);
    expect(await followers.remove('node', ofNode('a').id)).toBe(false);
    expect(await followers.followedBy(ofNode('a').id)).toEqual(['shop']);
    expect(await followers.followedBy(ofNode('b').id)).toEqual(['node']);
    expect([await followers.count('node'), followers.nodes('node').length]).toEqual([1, 1]);
    await followers.removeAll('node');
    expect(await followers.followedBy(ofNode('b').id)).toEqual([]);
    expect([await followers.count('node'), await followers.list('node', { limit: 9 })]).toEqual([0, []]);
    expect(followers.identifiers()).toEqual(['shop']);
  });

  it('are as many as they may be, and no more', async () => {
    await using store = await openStore();
    const followers = await openFollowers(store.tables, { ...followersLimits, followersMax: 3, nodesMax: 1 });
    await followers.put('node', ofNode('a'));
    await expect(followers.put('node', ofNode('b'))).rejects.toMatchObject({ code: 'limit-exceeded' });
    for (const name of ['c', 'd']) await followers.put('node', follower(name));
    await expect(followers.put('node', follower('e'))).rejects.toMatchObject({ code: 'limit-exceeded' });
    // Who is there already may change.
    await followers.put('node', follower('d', { state: 'asked' }));
    expect(await followers.count('node')).toBe(2);
  });

  it('have addresses as long as they may be', async () => {
    await using store = await openStore();
    const followers = await openFollowers(store.tables);
    const inbox = `https://a.example/${'x'.repeat(followersLimits.addressBytesMax - 'https://a.example/'.length)}`;
    await followers.put('node', follower('a', { inbox }));
    await expect(followers.put('node', follower('a', { inbox: `${inbox}x` }))).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });

  it('that cannot be read stop the start', async () => {
    await using store = await openStore();
    await store.tables.write([{ table: 'follower', key: 'node!https://a.example/', value: '{' }], true);
    await expect(openFollowers(store.tables)).rejects.toMatchObject({ code: 'store-corrupt' });
  });
});
