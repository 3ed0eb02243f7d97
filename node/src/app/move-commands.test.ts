import { nodeDescriptionExample, type NodeDescription } from '@openstraat/spec';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalActor } from '../federation/actors/local-actor.ts';
import type { Fetched } from '../federation/fetching/fetched.ts';
import { movingLimits } from '../federation/moving/limits.ts';
import { createIngest } from '../ingest/ingest.ts';
import { MemoryChangeLog } from '../log/memory-change-log.ts';
import { createMoveCommands } from './move-commands.ts';
import type { NodeActivityPub } from './open-activitypub.ts';
import { openWhereabouts } from './whereabouts.ts';

const own = 'https://town.example';
const there = 'https://new.example';
const clock = { now: () => 1_800_000_000_000 };

/** What other nodes answer, by address. */
let answers: Record<string, unknown>;
let actors: Map<string, LocalActor>;
/** What the new actors say that they were. */
let formerlyThere: Record<string, readonly string[]>;
/** What happens while an actor is written. */
let whenPut: () => void;

const fetcher = {
  get: (url: string): Promise<Fetched> =>
    Promise.resolve({
      ok: true,
      url,
      status: answers[url] === undefined ? 404 : 200,
      headers: new Map(),
      body: Buffer.from(JSON.stringify(answers[url] ?? null)),
      encodedBytes: 1,
    }),
};

const describeAt = (origin: string, more: Partial<NodeDescription> = {}): void => {
  const description = JSON.parse(
    JSON.stringify(nodeDescriptionExample).replaceAll(nodeDescriptionExample.origin, origin),
  ) as NodeDescription;
  answers[`${origin}/.well-known/openstraat`] = { ...description, ...more };
};

const actor = (identifier: string): LocalActor => ({
  identifier,
  username: identifier,
  place: identifier === 'node' ? undefined : `/places/${identifier}`,
  announces: [],
  movedTo: undefined,
  alsoKnownAs: [],
  since: '2026-01-01T00:00:00Z',
});

const open = async (live = 0) => {
  const log = new MemoryChangeLog({ origin: own, clock });
  const ingest = createIngest(log);
  await ingest.apply(
    Array.from({ length: live }, (_, at) => ({
      kind: 'Source' as const,
      id: `/sources/s${at}` as const,
      source: 's',
      scope: '-',
      data: {
        id: `/sources/s${at}` as const,
        type: 'Source' as const,
        name: 's',
        license: 'https://creativecommons.org/publicdomain/zero/1.0/',
        attribution: 's',
      },
    })),
    { run: await ingest.newRun(), durable: false },
  );
  const activityPub = {
    actors: {
      get: (identifier: string) => actors.get(identifier),
      list: () => [...actors.values()],
      async put(one: LocalActor) {
        actors.set(one.identifier, one);
        whenPut();
      },
    },
    followers: { count: () => Promise.resolve(0) },
    get: () =>
      Promise.resolve({
        readActor: (address: string) =>
          formerlyThere[address] === undefined
            ? Promise.reject(new Error('404'))
            : Promise.resolve({ id: address, alsoKnownAs: formerlyThere[address] }),
      }),
  } as unknown as NodeActivityPub;
  return createMoveCommands({
    activityPub,
    fetcher,
    ingest,
    whereabouts: await openWhereabouts(log, ingest),
    log,
    settings: { origin: own, allowPrivateAddress: false },
    clock,
    catchUp: () => Promise.resolve(),
  });
};

beforeEach(() => {
  answers = {};
  actors = new Map([['node', actor('node')]]);
  formerlyThere = {};
  whenPut = () => undefined;
});

it('a backup that was made after the move leads nowhere where it went', async () => {
  const log = new MemoryChangeLog({ origin: own, clock });
  const ingest = createIngest(log);
  await ingest.moveAllAway(own);
  expect((await openWhereabouts(log, ingest)).movedTo()).toBeUndefined();
  await ingest.moveAllAway(there);
  expect((await openWhereabouts(log, ingest)).movedTo()).toBe(there);
});

describe('what the node was before', () => {
  it('is kept with its actors, as often as there is room, and can be forgotten', async () => {
    const commands = await open();
    const origins = Array.from({ length: movingLimits.formerlyMax }, (_, at) => `https://old${at}.example`);
    for (const origin of [...origins, there]) describeAt(origin);
    for (const from of origins) await commands.sayFormerly({ from, forget: false });
    // What it says already it may say again.
    expect((await commands.sayFormerly({ from: origins[0] ?? '', forget: false })).formerly).toHaveLength(
      movingLimits.formerlyMax,
    );
    await expect(commands.sayFormerly({ from: there, forget: false })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
    expect(actors.get('node')?.alsoKnownAs).toContain('https://old3.example/actors/node');
    const { formerly } = await commands.sayFormerly({ from: 'https://old3.example', forget: true });
    expect(formerly).not.toContain('https://old3.example');
    expect(actors.get('node')?.alsoKnownAs).not.toContain('https://old3.example/actors/node');
  });

  it('brings back no actor that was switched off meanwhile', async () => {
    const commands = await open();
    describeAt(there);
    actors.set('ketting', actor('ketting'));
    // After the first, which is the node's own: the other was read by then.
    whenPut = () => {
      actors.delete('ketting');
      whenPut = () => undefined;
    };
    await commands.sayFormerly({ from: there, forget: false });
    expect([...actors.keys()]).toEqual(['node']);
  });

  it('has to be a node', async () => {
    const commands = await open();
    await expect(commands.sayFormerly({ from: there, forget: false })).rejects.toMatchObject({ code: 'peer-unusable' });
    expect(await commands.listMoves()).toMatchObject({ formerly: [] });
  });
});

describe('a node', () => {
  const checkpointUrl = `${there}/feed/checkpoint`;
  const moveWith = async (here: number, live: number | undefined, allowShrink = false) => {
    describeAt(there, { alsoKnownAs: [`${own}/`] });
    const said = answers[`${there}/.well-known/openstraat`] as NodeDescription;
    expect(said.feed.checkpointUrl).toBe(checkpointUrl);
    answers[checkpointUrl] = { live };
    formerlyThere[`${there}/actors/node`] = [`${own}/actors/node`];
    return (await open(here)).moveNode({ to: there, allowShrink });
  };

  it('moves to one that has two thirds of it at least, or when the operator says so', async () => {
    expect(await moveWith(30, 20)).toMatchObject({ things: 30, actors: 1 });
    expect(actors.get('node')?.movedTo).toBe(`${there}/actors/node`);
    for (const live of [19, 0, undefined]) await expect(moveWith(30, live)).rejects.toMatchObject({ code: 'shrink' });
    expect(await moveWith(30, 0, true)).toMatchObject({ things: 30 });
  });

  it('moves when each of its actors is there too, and says which are not', async () => {
    for (let at = 0; at < movingLimits.actorsNamed + 1; at += 1) actors.set(`p${at}`, actor(`p${at}`));
    await expect(moveWith(0, 0)).rejects.toThrow(
      /^6 of the new actors .*\/p4, …\. At https:\/\/new\.example switch on/,
    );
    formerlyThere[`${there}/actors/p5`] = [`${own}/actors/p5`];
    await expect(moveWith(0, 0)).rejects.toThrow(/^5 of the new actors .*\/p4\. At/);
    for (let at = 0; at < movingLimits.actorsAtOnce + 1; at += 1) {
      actors.set(`p${at}`, actor(`p${at}`));
      formerlyThere[`${there}/actors/p${at}`] = [`${own}/actors/p${at}`];
    }
    // One that went elsewhere by itself stays there.
    actors.set('gone', { ...actor('gone'), movedTo: 'https://elsewhere.example/actors/gone' });
    expect(await moveWith(0, 0)).toMatchObject({ actors: movingLimits.actorsAtOnce + 2 });
    expect(actors.get('gone')?.movedTo).toBe('https://elsewhere.example/actors/gone');
  });

  it('goes to one place only, and is back when that is undone', async () => {
    describeAt(there, { alsoKnownAs: [`${own}/`] });
    describeAt('https://third.example', { alsoKnownAs: [`${own}/`] });
    answers[checkpointUrl] = { live: 3 };
    formerlyThere[`${there}/actors/node`] = [`${own}/actors/node`];
    const commands = await open(3);
    await commands.moveNode({ to: there, allowShrink: false });
    await expect(commands.moveNode({ to: 'https://third.example', allowShrink: true })).rejects.toMatchObject({
      code: 'moved',
    });
    expect(await commands.listMoves()).toMatchObject({ movedTo: there });
    expect(await commands.undoMove({})).not.toHaveProperty('movedTo');
    expect(actors.get('node')?.movedTo).toBeUndefined();
    await expect(commands.undoMove({})).rejects.toMatchObject({ code: 'bad-request' });
  });
});
