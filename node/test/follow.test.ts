import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchAnswerSchema } from '@openstraat/spec';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FollowedNode } from '../src/control/commands.ts';
import { patience } from '../src/model/patience.test-helper.ts';
import { freePort } from './support/free-port.ts';
import { makeNode, problemsOf, statsOf } from './support/make-node.ts';
import { done, openstraat } from './support/openstraat.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

/** A town as a new user makes it: a sheet of places, and a file of what one of them sells. */
class Town implements AsyncDisposable {
  readonly origin: string;
  readonly data: readonly string[];
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #port: number;
  #running: RunningNode | undefined;

  private constructor(folder: string, port: number, data: readonly string[], pollMinutes: number) {
    this.folder = folder;
    this.#port = port;
    this.data = data;
    this.origin = `http://127.0.0.1:${port}`;
    this.#environment = {
      OPENSTRAAT_ALLOW_PRIVATE_ADDRESS: 'true',
      OPENSTRAAT_POLL_MINUTES: String(pollMinutes),
      OPENSTRAAT_LOG_LEVEL: 'error',
    };
  }

  static async make(folder: string, pollMinutes: number): Promise<Town> {
    const port = await freePort();
    const town = new Town(folder, port, await makeNode(folder, `http://127.0.0.1:${port}`), pollMinutes);
    await town.start();
    return town;
  }

  async start(): Promise<void> {
    this.#running = await RunningNode.start(['--port', String(this.#port), ...this.data], {
      environment: this.#environment,
    });
  }

  async stop(signal?: NodeJS.Signals): Promise<void> {
    await this.#running?.stop(signal);
  }

  call(...given: readonly string[]): Promise<string> {
    return done([...given, ...this.data], { environment: this.#environment });
  }

  async import(name: string, text: string, ...flags: readonly string[]): Promise<void> {
    const file = join(this.folder, '..', `${this.#port}-${name}`);
    await writeFile(file, text);
    await this.call('import', file, '--attribution', 'Winkel', ...flags);
  }

  async following(...given: readonly string[]): Promise<readonly FollowedNode[]> {
    return JSON.parse(await this.call('following', '--json', ...given)) as FollowedNode[];
  }

  /** What is found here for `fietspomp`: address, origin and price of each offer. */
  async pumps(): Promise<readonly (readonly [id: string, origin: string, price: string])[]> {
    const url = `${this.origin}/search?q=fietspomp&lat=52.42&lon=6.02&radius=10000`;
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    const { results } = searchAnswerSchema.parse(await answer.json());
    return results.flatMap((result) =>
      result.type === 'product'
        ? result.offers.map(({ id, origin, price }) => [id, origin.name, String(price)] as const)
        : [],
    );
  }

  async feed(): Promise<unknown> {
    const answer = await fetch(`${this.origin}/feed`, { headers: { accept: 'application/json' } });
    return answer.json();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running?.[Symbol.asyncDispose]();
  }
}

const places = (name: string): string =>
  `code;naam;soort;adres;postcode;plaats;lat;lon\nwinkel;${name};fietsenwinkel;Kerkstraat 1;8199 DA;Waterveen;52.4201;6.0201\n`;
const pumpAt = (price: string): string => `id;title;price;availability\n1;Fietspomp mini;${price} EUR;in stock\n`;

let folder: ScratchFolder;
let here: Town;
let there: Town;
beforeAll(async () => {
  folder = await scratchFolder();
  [here, there] = await Promise.all([Town.make(folder.at('here'), 0.01), Town.make(folder.at('there'), 5)]);
  await there.import('places.csv', places('De Ketting'), '--source', 'adressen');
  await there.import('pump.csv', pumpAt('19.79'), '--source', 'ketting', '--place', 'winkel');
  await here.import('places.csv', places('Het Wiel'), '--source', 'adressen');
}, 120_000);
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

it('finds what the neighbour has, keeps up with it, and forgets it', { timeout: 240_000 }, async () => {
  const [statsBefore, feedBefore] = [await statsOf(here.data), await here.feed()];
  expect(await here.pumps()).toEqual([]);

  const said = await here.call('follow', new URL(there.origin).host);
  expect(said).toContain(`(${there.origin}) is followed`);
  const [pump] = await here.pumps();
  expect(pump).toEqual([expect.stringContaining(`${there.origin}/offers/`), 'Winkels', '19.79']);
  const { live, digest } = await statsOf(there.data);
  expect(await here.following()).toMatchObject([{ origin: there.origin, things: live, digest: 'agrees' }]);
  expect(digest).not.toBe(statsBefore.digest);

  // The feed is looked at again by itself.
  await there.import('pump.csv', pumpAt('14.50'), '--source', 'ketting');
  await expect.poll(async () => (await here.pumps())[0]?.[2], { ...patience, interval: 200 }).toBe('14.50');

  // What was read outlives an end at any moment, and is kept up where nobody serves.
  await here.stop('SIGKILL');
  await there.import('pump.csv', pumpAt('12.00'), '--source', 'ketting');
  expect(await here.following('--pull', there.origin)).toMatchObject([{ things: live, state: 'current' }]);
  await here.start();
  expect((await here.pumps()).map(([, , price]) => price)).toEqual(['12.00']);

  // A backup names whom the node follows; what they have comes from them again.
  await here.call('backup', folder.at('backup'));
  await done(['restore', folder.at('backup'), '--data', folder.at('restored')]);
  const restored = { environment: { OPENSTRAAT_ALLOW_PRIVATE_ADDRESS: 'true' } };
  const pulled = await done(['following', '--pull', '--json', '--data', folder.at('restored')], restored);
  expect(JSON.parse(pulled)).toMatchObject([{ origin: there.origin, things: live, digest: 'agrees' }]);

  expect(await here.call('unfollow', there.origin)).toContain('is no longer followed');
  expect(await here.pumps()).toEqual([]);
  expect(await here.following()).toEqual([]);
  expect(await readdir(join(here.folder, 'replicas'))).toEqual([]);

  // Nothing of it ever was the own node's to say.
  expect(await statsOf(here.data)).toEqual(statsBefore);
  expect(await here.feed()).toEqual(feedBefore);
  expect(await problemsOf(here.data)).toEqual([]);
});

it('says what to do about a node that cannot be followed', { timeout: 60_000 }, async () => {
  const port = await freePort();
  const closed = await openstraat(['follow', `http://127.0.0.1:${port}`, ...here.data]);
  expect(closed).toMatchObject({ code: 1, output: '' });
  expect(closed.errors).toMatch(/nothing listens at that host and port.*try again later/s);
  const itself = await openstraat(['follow', here.origin, ...here.data]);
  expect(itself).toMatchObject({ code: 1, errors: expect.stringContaining('is this node itself') as string });

  // Without the setting, nothing inside a network is asked.
  await using inside = await scratchFolder();
  const data = await makeNode(inside.at('data'));
  const refused = await openstraat(['follow', there.origin, ...data]);
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('allowPrivateAddress') as string });
});
