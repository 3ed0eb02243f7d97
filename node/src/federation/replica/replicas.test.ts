import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDigest } from '@openstraat/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReplica } from '../../ingest/open-replica.ts';
import { HandClock, thingText } from '../../log/log.fixture.ts';
import { storedTextHash } from '../../log/stored-text.ts';
import type { RemoteEntry } from '../../model/replica.ts';
import { openReplicas, type Replica, type Replicas } from './replicas.ts';
import { pullFeed } from './pull-feed.ts';
import { ScriptedPeer } from './scripted-peer.test-helper.ts';
import { loopbackFetcher } from './test-peer.test-helper.ts';
import { firstWalk, emptyCursor } from './walk-cursor.ts';

let folder = '';
const damaged: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replicas-'));
  damaged.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const clock = new HandClock();
const openAll = (): Promise<Replicas> =>
  openReplicas(
    join(folder, 'replicas'),
    (path, origin) => openReplica(path, origin, clock),
    (peer) => damaged.push(peer),
  );

const entry = (origin: string): RemoteEntry => {
  const text = thingText('/sources/a', origin);
  const hash = storedTextHash(text, origin);
  return { id: '/sources/a', position: 1, state: 'live', text, hash, observedAt: undefined };
};
const fill = ({ peer, writer }: Replica) =>
  writer.applyPage([entry(peer)], firstWalk(`${peer}/feed`, emptyCursor, 0), { durable: true });

const one = 'https://een.example';
const two = 'http://twee.example:8080';

describe('the replicas of peers', () => {
  it('say what they take on disk', async () => {
    await using replicas = await openAll();
    const replica = await replicas.open(one);
    const before = await replica.bytesOnDisk();
    await fill(replica);
    const path = join(folder, 'replicas', 'een.example');
    const sizes = await Promise.all((await readdir(path)).map(async (name) => (await stat(join(path, name))).size));
    const bytes = await replica.bytesOnDisk();
    expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(bytes).toBeGreaterThan(before);
  });

  it('stand apart, and are there again', async () => {
    {
      await using replicas = await openAll();
      await fill(await replicas.open(one));
      await replicas.open(two);
      expect(await replicas.open(one)).toBe(await replicas.open(one));
      expect(replicas.list().map(({ peer }) => peer)).toEqual([two, one]);
    }
    await using replicas = await openAll();
    expect(replicas.list()).toEqual([]);
    expect(await replicas.stored()).toEqual([two, one]);
    const { log, writer } = await replicas.open(one);
    expect([log.origin, log.head().live, (await writer.cursor())?.walk]).toEqual([one, 1, 1]);
    expect((await replicas.open(two)).log.head().live).toBe(0);
    expect((await stat(join(folder, 'replicas'))).mode & 0o777).toBe(0o700);
  });

  it('go with all that they hold, also when the deletion was cut off', async () => {
    {
      await using replicas = await openAll();
      await fill(await replicas.open(one));
      await fill(await replicas.open(two));
      await replicas.remove(one);
      await replicas.remove('https://nobody.example');
      expect(replicas.list().map(({ peer }) => peer)).toEqual([two]);
      expect(await replicas.stored()).toEqual([two]);
      expect((await replicas.open(one)).log.head().live).toBe(0);
      await replicas.remove(one);
    }
    await writeFile(join(folder, 'replicas', '~gone.een.example'), 'half deleted');
    await using replicas = await openAll();
    expect(await replicas.stored()).toEqual([two]);
    expect(await readdir(join(folder, 'replicas'))).toEqual(['twee.example_8080_http']);
  });

  it('are opened anew, empty or not, while they are still being closed or removed', async () => {
    await using replicas = await openAll();
    await fill(await replicas.open(one));
    const [, again] = await Promise.all([replicas.close(one), replicas.open(one)]);
    expect(again.log.head().live).toBe(1);
    const [, anew] = await Promise.all([replicas.remove(one), replicas.open(one)]);
    expect(anew.log.head().live).toBe(0);
    expect(replicas.list().map(({ peer }) => peer)).toEqual([one]);
    expect(await replicas.stored()).toEqual([one]);
  });

  it('are thrown away when they are damaged: their peer has everything', async () => {
    {
      await using replicas = await openAll();
      await fill(await replicas.open(one));
    }
    const path = join(folder, 'replicas', 'een.example');
    await truncate(join(path, 'CURRENT'), 0);
    await using replicas = await openAll();
    const { log, writer } = await replicas.open(one);
    expect([log.head().live, await writer.cursor(), damaged]).toEqual([0, undefined, [one]]);
  });

  it('go on where the process ended, in the middle of a walk', async () => {
    await using town = await ScriptedPeer.start();
    await using fetcher = loopbackFetcher();
    const names = Array.from({ length: 9 }, (_, at) => [`s${at}`, `name ${at}`] as const);
    town.put(...names);
    const pullPages = async (pagesPerPullMax: number) => {
      // Opened anew each time, as after a restart.
      await using replicas = await openAll();
      const { peer, log, writer } = await replicas.open(town.origin);
      const limits = { pagesPerPullMax };
      const result = await pullFeed({ peer, log, writer, fetcher, clock, limits, random: () => 0.5 });
      return { ...result, live: log.head().live, digest: formatDigest(log.head().digest) };
    };
    expect(await pullPages(1)).toMatchObject({ state: 'behind', entries: 3, live: 3 });
    expect(await pullPages(1)).toMatchObject({ state: 'behind', entries: 3, live: 6 });
    expect(await pullPages(9)).toMatchObject({ state: 'current', entries: 3, digest: town.digest });
    expect(town.asked.filter((path) => path === '/feed')).toHaveLength(1);
  });

  it.each(['https://een.example/', 'ftp://een.example', '..'])('take no peer called %s', async (peer) => {
    await using replicas = await openAll();
    await expect(replicas.open(peer)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(replicas.remove(peer)).rejects.toMatchObject({ code: 'bad-request' });
  });
});
