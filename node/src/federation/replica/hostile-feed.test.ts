import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createReplicaWriter } from '../../ingest/replica-writer.ts';
import { HandClock } from '../../log/log.fixture.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { type ReplicaLimits, replicaLimits } from './limits.ts';
import { pullFeed } from './pull-feed.ts';
import type { PullResult } from './pull-result.ts';
import { ScriptedPeer, sourceData, type Spoiled } from './scripted-peer.test-helper.ts';
import { loopbackFetcher } from './test-peer.test-helper.ts';

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]();
});

const minuteMs = 60_000;

class Reader {
  readonly peer: ScriptedPeer;
  readonly clock = new HandClock();
  readonly log: MemoryChangeLog;
  /** What it takes on disk, as a test has it. */
  bytesOnDisk = (): number => 0;
  fetcher = loopbackFetcher({ decodedBytesMax: 1 << 20, encodedBytesMax: 1 << 20 });

  constructor(peer: ScriptedPeer) {
    this.peer = peer;
    this.log = new MemoryChangeLog({ origin: peer.origin, clock: this.clock });
  }

  pull(limits: Partial<ReplicaLimits> = {}): Promise<PullResult> {
    this.clock.nowMs += 2 * minuteMs;
    const { peer, fetcher, log, clock } = this;
    const writer = createReplicaWriter(log);
    const bytesOnDisk = () => Promise.resolve(this.bytesOnDisk());
    return pullFeed({ peer: peer.origin, fetcher, log, writer, bytesOnDisk, clock, limits, random: () => 0.5 });
  }

  /** Names of what it holds. */
  async names(): Promise<readonly string[]> {
    const entries = await this.log.page(0, 1_000);
    return entries.entries.flatMap(({ text }) => /"name":"(.*?)"/.exec(text ?? '')?.[1] ?? []).toSorted();
  }
}

/** A peer of seven sources, read once: three pages. */
const readOnce = async (): Promise<Reader> => {
  const peer = await ScriptedPeer.start();
  peer.put(['a', 'a'], ['b', 'b'], ['c', 'c'], ['d', 'd'], ['e', 'e'], ['f', 'f'], ['g']);
  const reader = new Reader(peer);
  open.push(peer, reader.fetcher);
  expect(await reader.pull()).toMatchObject({ state: 'current', changed: 6, entries: 7, pages: 3 });
  return reader;
};

type JsonObject = Readonly<Record<string, unknown>>;
type Items = readonly JsonObject[];
const itemsOf = (page: JsonObject): Items => page['items'] as Items;
const withItems =
  (change: (items: Items, peer: ScriptedPeer) => readonly unknown[]) =>
  (peer: ScriptedPeer): void => {
    peer.page = (page) => ({ ...page, items: change(itemsOf(page), peer) });
  };
const spoilFeed =
  (spoiled: Spoiled | ((right: string) => Spoiled)) =>
  (peer: ScriptedPeer): void => {
    peer.spoil = (path, right) =>
      path.startsWith('/feed?') ? (typeof spoiled === 'function' ? spoiled(right) : spoiled) : undefined;
  };
const withMember =
  (member: string, value: unknown) =>
  (peer: ScriptedPeer): void => {
    peer.page = (page) => ({ ...page, [member]: value });
  };

describe('a pull that meets', () => {
  it.each<[string, string, (peer: ScriptedPeer) => void]>([
    ['half a page', 'page-broken', spoilFeed((right) => ({ body: right.slice(0, -20) }))],
    ['garbage', 'page-broken', spoilFeed({ body: Uint8Array.of(0xff, 0xfe, 0x00) })],
    ['a page for people', 'page-broken', spoilFeed({ body: '<!doctype html><title>Log in</title>' })],
    ['nested arrays without end', 'page-broken', spoilFeed({ body: '['.repeat(100_000) })],
    ['a list of a million nothings', 'page-broken', spoilFeed({ body: `[${'0,'.repeat(400_000)}0]` })],
    ['null', 'page-broken', spoilFeed({ body: 'null' })],
    ['a page that is too large', 'body-too-large', spoilFeed({ body: ' '.repeat(2 << 20) })],
    [
      'a bomb',
      'decoded-too-large',
      spoilFeed({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(2 << 20, 0x20)) }),
    ],
    ['a body that stands still', 'body-stalled', spoilFeed({ body: '{"id":', stalls: true })],
    ['a server error', 'answer-unexpected', spoilFeed({ status: 500, body: 'Oops' })],
    ['an address that is gone astray', 'answer-unexpected', spoilFeed({ status: 404 })],
    ['a host that asks to wait', 'busy', spoilFeed({ status: 503, headers: { 'retry-after': '7200' } })],
    [
      'a redirect to another host',
      'other-origin',
      spoilFeed({ status: 302, headers: { location: 'http://127.0.0.1:9/feed' } }),
    ],
    ['a next to another host', 'page-broken', withMember('next', 'http://127.0.0.1:9/feed')],
    ['a page of another feed', 'page-broken', withMember('id', 'http://127.0.0.1:9/feed#stream')],
    ['no epoch', 'page-broken', withMember('epoch', undefined)],
    ['too many entries', 'page-broken', withItems(([first]) => Array.from({ length: 1_001 }, () => first))],
    [
      "someone else's things",
      'page-of-other-things',
      withItems(
        (items, peer) => JSON.parse(JSON.stringify(items).replaceAll(peer.origin, 'http://127.0.0.1:9')) as Items,
      ),
    ],
    [
      'things whose data speaks for others',
      'page-of-other-things',
      withItems((items) =>
        items.map((item) => ({ ...item, data: { ...(item['data'] as object), id: 'http://a.example/sources/a' } })),
      ),
    ],
    [
      'a changed context',
      'page-of-other-things',
      withItems((items) =>
        items.map((item) => ({ ...item, data: { ...(item['data'] as object), '@context': 'http://a.example/' } })),
      ),
    ],
    [
      'a checkpoint that was tampered with',
      'checkpoint-unproven',
      (peer) => {
        peer.page = (page) => ({ ...page, checkpoint: { ...(page['checkpoint'] as object), live: 70 } });
      },
    ],
    [
      'a checkpoint of another epoch',
      'page-broken',
      (peer) => {
        peer.checkpoint = (checkpoint) => ({ ...checkpoint, epoch: 'e9' });
      },
    ],
    [
      'a description of another origin',
      'other-origin',
      (peer) => {
        peer.description = (description) => ({ ...description, origin: 'http://a.example', id: 'http://a.example/' });
      },
    ],
    [
      'new keys that nobody has signed',
      'keys-unproven',
      (peer) => {
        peer.description = (description) => ({
          ...description,
          keys: (description['keys'] as Items).map((key) => ({
            ...key,
            publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
          })),
        });
      },
    ],
  ])('%s ends with a reason, leaves the replica as it was, and heals', async (_what, code, spoil) => {
    const reader = await readOnce();
    const { peer, log } = reader;
    peer.put(['h', 'h'], ['a', 'new']);
    spoil(peer);
    const before = log.head();
    const { fetcher } = reader;
    // Only where an answer has to stand still is little patience no risk on a busy machine.
    if (code === 'body-stalled') open.push((reader.fetcher = loopbackFetcher({ stallMs: 50 })));
    const result = await reader.pull();
    reader.fetcher = fetcher;
    expect(result).toMatchObject({ state: 'failed', reason: { code }, changed: 0, removed: 0 });
    expect(result.nextPollAtMs).toBeGreaterThan(reader.clock.nowMs);
    expect(log.head()).toEqual(before);
    reader.clock.nowMs = Math.max(reader.clock.nowMs, result.nextPollAtMs);
    Object.assign(peer, {
      spoil: () => undefined,
      page: (page: JsonObject) => page,
      checkpoint: <T>(checkpoint: T) => checkpoint,
      description: (description: JsonObject) => description,
    });
    const asked = peer.asked.length;
    expect(await reader.pull()).toMatchObject({ state: 'current', changed: 2 });
    // It went on from where it was.
    expect(peer.asked.slice(asked)).not.toContain('/feed');
  });

  it('a host that asks to wait is asked nothing before that', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    spoilFeed({ status: 503, headers: { 'retry-after': '7200' } })(peer);
    const { nextPollAtMs } = await reader.pull();
    expect(nextPollAtMs).toBeGreaterThanOrEqual(reader.clock.nowMs + 7_200_000);
    const { length } = peer.asked;
    expect(await reader.pull()).toMatchObject({ state: 'failed', nextPollAtMs });
    expect(peer.asked).toHaveLength(length);
  });

  it('a loop stops at once', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.put(['h', 'h'], ['i', 'i'], ['j', 'j'], ['k', 'k']);
    peer.page = (page, path) => (page['checkpoint'] === undefined ? { ...page, next: peer.origin + path } : page);
    expect(await reader.pull()).toMatchObject({ state: 'failed', reason: { code: 'walk-loops' }, pages: 2 });
  });

  it.each<[string, Partial<ReplicaLimits>, Partial<ReplicaLimits>]>([
    ['pages', { pagesPerPullMax: 3 }, { pagesPerPullMax: 2 }],
    ['things', { thingsMax: 6 }, { thingsMax: 5 }],
    ['pages of a walk', { walkPagesMax: 3 }, { walkPagesMax: 2 }],
    ['entries of a walk', { walkEntriesMax: 7 }, { walkEntriesMax: 6 }],
  ])('as many %s as it may reads them all, and with one more does not', async (_what, enough, tooFew) => {
    for (const [limits, state] of [[enough, 'current'] as const, [tooFew, undefined] as const]) {
      const peer = await ScriptedPeer.start();
      const reader = new Reader(peer);
      open.push(peer, reader.fetcher);
      peer.put(['a', 'a'], ['b', 'b'], ['c', 'c'], ['d', 'd'], ['e', 'e'], ['f', 'f'], ['g']);
      const result = await reader.pull(limits);
      expect(result.state === 'current' ? 'current' : undefined).toBe(state);
    }
  });

  it('a replica that fills its share of the disk gets nothing new, follows what it holds, and goes on when there is room', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    const { diskBytesMax, healMs } = replicaLimits;
    peer.put(['h', 'h'], ['a'], ['b', 'B']);
    reader.bytesOnDisk = () => diskBytesMax + 1;
    const words = expect.stringMatching(/^paused: .* unfollow 127\.0\.0\.1:\d+$/) as string;
    const paused = { state: 'differs', reason: { code: 'replica-full', words }, changed: 1, removed: 1 };
    expect(await reader.pull()).toMatchObject(paused);
    expect(await reader.names()).toEqual(['B', 'c', 'd', 'e', 'f']);
    peer.put(['i', 'i'], ['h'], ['c']);
    expect(await reader.pull()).toMatchObject({ ...paused, changed: 0 });
    // What it deletes while its feed has to be read anew goes as well.
    peer.epoch = 'e2';
    peer.put(['d']);
    expect(await reader.pull()).toMatchObject({ ...paused, changed: 0 });
    expect(await reader.names()).toEqual(['B', 'e', 'f']);
    reader.bytesOnDisk = () => diskBytesMax;
    reader.clock.nowMs += healMs;
    expect(await reader.pull()).toMatchObject({ state: 'current', changed: 1 });
    expect(await reader.names()).toEqual(['B', 'e', 'f', 'i']);
  });

  it('a replica of as many things as one may have gets no new one, follows what it holds, and goes on when there is room', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    const limits = { thingsMax: 7 };
    peer.put(['h', 'h'], ['i', 'i'], ['a'], ['b', 'B']);
    const words = expect.stringMatching(/^paused: .* 7 things .* unfollow 127\.0\.0\.1:\d+$/) as string;
    const paused = { state: 'differs', reason: { code: 'too-many-things', words }, removed: 1 };
    expect(await reader.pull(limits)).toMatchObject({ ...paused, changed: 2 });
    expect(await reader.names()).toEqual(['B', 'c', 'd', 'e', 'f', 'h']);
    // What it deletes while its feed has to be read anew goes as well.
    peer.epoch = 'e2';
    peer.put(['c'], ['d', 'D']);
    expect(await reader.pull(limits)).toMatchObject({ ...paused, changed: 1 });
    expect(await reader.names()).toEqual(['B', 'D', 'e', 'f', 'h']);
    // A thing that was deleted is remembered for a while: it has a place no longer than that.
    await createReplicaWriter(reader.log).dropTombstones(reader.clock.nowMs + 1);
    reader.clock.nowMs += replicaLimits.healMs;
    expect(await reader.pull(limits)).toMatchObject({ state: 'current', changed: 1 });
    expect(await reader.names()).toEqual(['B', 'D', 'e', 'f', 'h', 'i']);
  });

  it('a replica that fills its share of the disk grows with its changes as far as it may', async () => {
    const { diskBytesMax, diskSpareBytes, healMs } = replicaLimits;
    const reader = await readOnce();
    reader.bytesOnDisk = () => diskBytesMax + diskSpareBytes;
    reader.peer.put(['b', 'B'], ['h', 'h']);
    expect(await reader.pull()).toMatchObject({ state: 'differs', changed: 1, removed: 0 });
    reader.bytesOnDisk = () => diskBytesMax + diskSpareBytes + 1;
    reader.peer.put(['c', 'C']);
    expect(await reader.pull()).toMatchObject({ state: 'differs', reason: { code: 'replica-full' }, removed: 1 });
    // What has not changed stays, though all is read anew.
    reader.peer.epoch = 'e2';
    expect(await reader.pull()).toMatchObject({ state: 'differs', removed: 0 });
    expect(await reader.names()).toEqual(['B', 'a', 'd', 'e', 'f']);
    reader.bytesOnDisk = () => 0;
    reader.clock.nowMs += healMs;
    expect(await reader.pull()).toMatchObject({ state: 'current', changed: 2 });
  });

  it('a replica is looked at while it is filled, and takes in no page more than it has room for', async () => {
    const peer = await ScriptedPeer.start();
    const reader = new Reader(peer);
    open.push(peer, reader.fetcher);
    peer.put(['a', 'a'], ['b', 'b'], ['c', 'c'], ['d', 'd'], ['e', 'e'], ['f', 'f'], ['g', 'g']);
    reader.bytesOnDisk = () => reader.log.head().live;
    const limits = { diskBytesMax: 5, diskLookBytes: 1 };
    expect(await reader.pull(limits)).toMatchObject({ state: 'differs', reason: { code: 'replica-full' }, changed: 6 });
    reader.clock.nowMs += replicaLimits.healMs;
    expect(await reader.pull({ ...limits, diskBytesMax: 6 })).toMatchObject({ state: 'current', changed: 1 });
    // Where little was read since, it is not looked at again.
    const lazy = new Reader(peer);
    open.push(lazy.fetcher);
    lazy.bytesOnDisk = () => lazy.log.head().live;
    expect(await lazy.pull({ ...limits, diskLookBytes: 1 << 20 })).toMatchObject({ state: 'current', changed: 7 });
  });

  it.each([
    ['pages', { pagesPerPullMax: 5 }, 'behind', 'more-to-come'],
    ['things', { thingsMax: 50, walkPagesMax: 30 }, 'failed', 'walk-endless'],
    ['bytes', { walkBytesMax: 20_000 }, 'failed', 'walk-too-large'],
    ['entries', { walkEntriesMax: 50 }, 'failed', 'walk-endless'],
  ])('%s without end stops at its limit', async (_what, limits, state, code) => {
    const peer = await ScriptedPeer.start();
    const reader = new Reader(peer);
    open.push(peer, reader.fetcher);
    // Each page is asked for once, and brings more behind it.
    peer.spoil = () => {
      peer.put(...Array.from({ length: 4 }, (_, at) => [`s${peer.entries.length + at}`, 'more'] as const));
      return undefined;
    };
    peer.put(['a', 'a'], ['b', 'b'], ['c', 'c'], ['d', 'd']);
    expect(await reader.pull(limits)).toMatchObject({ state, reason: { code } });
    expect(await reader.log.verify()).toEqual([]);
    expect(reader.log.head().live).toBeLessThanOrEqual('thingsMax' in limits ? limits.thingsMax : Infinity);
  });

  it.each<[string, (peer: ScriptedPeer, item: JsonObject, position: number) => JsonObject]>([
    [
      'deletions of what never was',
      ({ origin }, { data: _data, ...item }, position) => ({
        ...item,
        state: 'deleted',
        id: `${origin}/sources/${position}`,
      }),
    ],
    [
      'left-out things',
      ({ origin }, item) => ({ ...item, data: { ...(item['data'] as object), license: `${origin} owns it` } }),
    ],
    ['news of one thing', (_peer, item) => item],
  ])('%s without end, no page the last, ends with a failure; it is walked anew after a day', async (_what, change) => {
    const peer = await ScriptedPeer.start();
    const reader = new Reader(peer);
    open.push(peer, reader.fetcher);
    peer.put(['a', 'a'], ['b', 'b']);
    peer.pageSize = 1;
    let position = peer.entries[0]?.position ?? 0;
    peer.page = (page) => {
      position += 1;
      const item = change(peer, itemsOf(page)[0] ?? {}, position);
      const items = [{ ...item, modified: position, version: `${String(item['id'])}#v${position}` }];
      return { ...page, next: `${peer.origin}/feed?after=${position}`, items };
    };
    peer.spoil = (path) => (path.startsWith('/feed?') ? { body: peer.right('/feed') } : undefined);
    const limits = { walkPagesMax: 20 };
    for (const askedMost of [25, 4, 4]) {
      const { length } = peer.asked;
      const result = await reader.pull(limits);
      expect(result).toMatchObject({ state: 'failed', reason: { code: 'walk-endless' } });
      expect(result.nextPollAtMs).toBeGreaterThan(reader.clock.nowMs);
      expect(peer.asked.length - length).toBeLessThan(askedMost);
    }
    expect((await reader.log.records('peer', '', { limit: 30 })).length).toBeLessThan(2);
    reader.clock.nowMs += 24 * 60 * minuteMs;
    Object.assign(peer, { page: (page: JsonObject) => page, spoil: () => undefined });
    expect(await reader.pull(limits)).toMatchObject({ state: 'current' });
    expect(await reader.names()).toEqual(['a', 'b']);
  });

  it('entries that are not the peer’s to make takes the others on the page', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.put(['h', 'h'], ['i', 'i']);
    const foreign = 'http://a.example';
    const position = 1_772_000_000_000_900;
    const smuggled = {
      state: 'updated',
      kind: 'Source',
      id: `${foreign}/sources/x`,
      version: `${foreign}/sources/x#v${position}`,
      modified: position,
      published: '2026-02-25T06:13:20.000Z',
      data: { '@context': `${foreign}/context/v1.jsonld`, ...sourceData(foreign, 'x') },
    };
    const own = `${peer.origin}/sources/b`;
    const more = [
      smuggled,
      { ...smuggled, data: undefined },
      {
        ...smuggled,
        id: own,
        version: `${own}#v1`,
        data: { '@context': `${peer.origin}/context/v1.jsonld`, ...sourceData(peer.origin, 'c') },
      },
      { ...smuggled, id: own, state: 'gone', data: undefined },
      { ...smuggled, id: `${peer.origin}/sources/a/b`, state: 'deleted', data: undefined },
      { ...smuggled, id: `${peer.origin}/places/b`, state: 'deleted', data: undefined },
      'nothing',
    ];
    withItems((items) => [...more, ...items])(peer);
    const result = await reader.pull();
    expect(result).toMatchObject({ state: 'current', changed: 2, removed: 0, issues: { count: 7 } });
    expect(await reader.names()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i']);
  });

  it('a thing that breaks its model leaves it out, and still knows that nothing else is missing', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    const broken = { ...sourceData(peer.origin, 'a'), license: 'none of your business' };
    const relative = { ...sourceData(peer.origin, 'y'), place: ['/places/y'] };
    const last = peer.entries.at(-1)?.position ?? 0;
    const elsewhere = { ...sourceData(peer.origin, 'z'), place: ['http://a.example/places/z'] };
    const entry = (key: string, data: JsonObject, at: number) => ({
      kind: 'Source',
      id: `/sources/${key}`,
      position: last + at,
      data,
    });
    peer.entries = [
      ...peer.entries.filter(({ id }) => id !== '/sources/a'),
      entry('a', broken, 1),
      entry('y', relative, 2),
      entry('z', elsewhere, 3),
      {
        kind: 'Voucher',
        id: '/vouchers/1',
        position: last + 4,
        data: { id: `${peer.origin}/vouchers/1`, type: 'Voucher' },
      },
    ];
    const result = await reader.pull();
    expect(result).toMatchObject({ state: 'current', removed: 1, issues: { count: 4 } });
    expect(result.issues.first.map(({ code }) => code)).toEqual([
      'property-format',
      'address-relative',
      'reference-elsewhere',
      'kind-unknown',
    ]);
    expect(await reader.names()).toEqual(['b', 'c', 'd', 'e', 'f']);
    peer.put(['a', 'mended'], ['y'], ['z']);
    expect(await reader.pull()).toMatchObject({ state: 'current', changed: 1 });
  });
});

describe('a peer whose history is another', () => {
  it('is walked anew in its new epoch, and what the walk does not meet is gone', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    // An old backup: the last changes never were, and positions of old entries are lower than those held.
    peer.entries = peer.entries.slice(0, 4);
    peer.epoch = 'e2';
    peer.put(['b', 'after the restore']);
    const result = await reader.pull();
    expect(result).toMatchObject({ state: 'current', walkedBecause: expect.stringContaining('epoch') as string });
    expect(await reader.names()).toEqual(['a', 'after the restore', 'c', 'd']);
  });

  it.each([
    ['410', (): Spoiled => ({ status: 410 })],
    [
      'a page of another epoch under an error',
      (): Spoiled => ({ status: 404, body: '{"type":"EventStream","epoch":"e2"}' }),
    ],
  ])('is walked anew after %s', async (_what, answer) => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.entries = peer.entries.slice(0, 3);
    let isFirst = true;
    peer.spoil = (path) => {
      if (!path.startsWith('/feed?') || !isFirst) return undefined;
      isFirst = false;
      return answer();
    };
    expect(await reader.pull()).toMatchObject({ state: 'current', removed: 3 });
    expect(await reader.names()).toEqual(['a', 'b', 'c']);
  });

  it('is walked anew when its signed head is behind the replica', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.entries = peer.entries.slice(0, 3);
    const behind = expect.stringContaining('head of the feed is behind') as string;
    expect(await reader.pull()).toMatchObject({ state: 'current', removed: 3, walkedBecause: behind });
    expect(await reader.names()).toEqual(['a', 'b', 'c']);
  });

  it('is walked anew when a reader above the head gets an empty page, and only then', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.page = (page, path) =>
      path === '/feed' || itemsOf(page).length > 0 ? page : { ...page, checkpoint: undefined };
    expect(await reader.pull()).toMatchObject({ state: 'failed', reason: { code: 'page-broken' } });
    peer.entries = peer.entries.slice(0, 3);
    expect(await reader.pull()).toMatchObject({ state: 'current', removed: 3 });
  });

  it('is not walked anew more than twice a minute', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.spoil = (path) => (path.startsWith('/feed?') ? { status: 410 } : undefined);
    expect(await reader.pull()).toMatchObject({ state: 'failed', reason: { code: 'starts-over' } });
    expect(peer.asked.filter((path) => path === '/feed')).toHaveLength(3);
    peer.spoil = () => undefined;
    expect(await reader.pull()).toMatchObject({ state: 'current' });
  });
});

describe('a checkpoint that counts otherwise', () => {
  it('leads to one full walk, which heals what was lost on the way', async () => {
    const peer = await ScriptedPeer.start();
    const reader = new Reader(peer);
    open.push(peer, reader.fetcher);
    peer.put(['a', 'a'], ['b', 'b']);
    let isFirst = true;
    peer.page = (page) => {
      const items = isFirst ? itemsOf(page).slice(0, 1) : itemsOf(page);
      isFirst = false;
      return { ...page, items };
    };
    expect(await reader.pull()).toMatchObject({
      state: 'current',
      walkedBecause: expect.stringContaining('counts 2') as string,
    });
    expect(await reader.names()).toEqual(['a', 'b']);
  });

  it('for ever is reported, and healing is tried again later', async () => {
    const reader = await readOnce();
    const { peer } = reader;
    peer.checkpoint = (checkpoint) => ({ ...checkpoint, digest: '0'.repeat(64) });
    const walks = (): number => peer.asked.filter((path) => path === '/feed').length;
    peer.put(['h', 'h']);
    expect(await reader.pull()).toMatchObject({
      state: 'differs',
      reason: { code: 'digest-differs' },
      changed: 1,
      removed: 0,
    });
    expect(walks()).toBe(2);
    peer.put(['i', 'i']);
    expect(await reader.pull()).toMatchObject({ state: 'differs', changed: 1 });
    expect(walks()).toBe(2);
    reader.clock.nowMs += 60 * minuteMs;
    expect(await reader.pull()).toMatchObject({ state: 'differs' });
    expect(walks()).toBe(3);
    peer.checkpoint = (checkpoint) => checkpoint;
    expect(await reader.pull()).toMatchObject({ state: 'current' });
  });
});
