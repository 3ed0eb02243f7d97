import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryUnder } from '../app/keys-under-origin.ts';
import type { DataFolder } from '../config/data-folder.ts';
import { makeKeys, readKeys, writeKeys } from '../config/keys-file.ts';
import { rotateKeys } from '../config/rotate-keys.ts';
import { connectToNode } from '../control/client.ts';
import { fakeReport, FakeNode } from '../control/fake-node.test-helper.ts';
import { readSettings } from '../config/settings-file.ts';
import { importTown, readTown } from './example-town.ts';
import { manifestName } from './manifest.ts';
import { CliInTest } from './run-in-test.test-helper.ts';
import { stopInTime } from './stop-in-time.ts';

const stopped = AbortSignal.abort();

/** Lets the recovery key sign a new key. @returns the file with its secret */
const recoverKeys = async (folder: DataFolder): Promise<string> => {
  const nowMs = Date.UTC(2026, 2, 2, 6);
  const { keys, recoverySecret } = makeKeys({ now: () => nowMs - 1_000 });
  const recovery = recoveryUnder((await readSettings(folder, {})).origin, recoverySecret);
  await writeKeys(folder, rotateKeys(keys, { nowMs, overlapDays: 7, recovery }));
  const path = join(folder.path, 'recovery.txt');
  await writeFile(path, recoverySecret);
  return path;
};

/** Runs `start` until it has printed what to open, then stops it. */
const startAndStop = async (cli: CliInTest, given: readonly string[], variables: Record<string, string> = {}) => {
  const stop = new AbortController();
  cli.node.sampleOf = async () => {
    // Everything is up when the command asks for things to show.
    expect(await (await connectToNode(cli.folder.socket))?.stats()).toMatchObject({ live: 3 });
    setImmediate(() => stop.abort());
    return undefined;
  };
  return cli.run(['start', ...given], { signal: stop.signal, variables });
};

describe('start', () => {
  it('serves and takes commands until it is stopped, then lets go of the folder', async () => {
    await using cli = await CliInTest.make();
    const { code, output } = await startAndStop(cli, ['--port', '4711']);
    expect(code).toBe(0);
    expect(output).toMatch(/listens on http:\/\/127\.0\.0\.1:4711\./);
    expect(cli.node.disposed).toBe(true);
    expect(await connectToNode(cli.folder.socket)).toBeUndefined();
    await expect(stat(cli.folder.socket)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('takes flags before the environment, and that before the settings', async () => {
    await using cli = await CliInTest.make();
    const variables = {
      OPENSTRAAT_PORT: '4712',
      OPENSTRAAT_HOST: '::1',
      OPENSTRAAT_ORIGIN: 'https://environment.example',
    };
    const asked: unknown[] = [];
    cli.node.listen = (address) => {
      asked.push(address);
      return Promise.resolve({ url: 'http://[::1]:4713' });
    };
    await startAndStop(cli, ['--port', '4713'], variables);
    await startAndStop(cli, ['--origin', 'https://flag.example', '--change-origin'], variables);
    expect(asked).toEqual([
      { host: '::1', port: 4713 },
      { host: '::1', port: 4712 },
    ]);
    expect(cli.opened).toMatchObject([
      { settings: { origin: 'https://environment.example' }, onOriginChange: 'refuse' },
      { settings: { origin: 'https://flag.example' }, onOriginChange: 'change' },
    ]);
    // Commands that open the folder later have to open it under the same origin.
    expect(await readSettings(cli.folder, {})).toMatchObject({ origin: 'https://flag.example' });
  });

  it('refuses a folder on which a node runs', async () => {
    await using cli = await CliInTest.make();
    const codes: number[] = [];
    const stop = new AbortController();
    cli.node.sampleOf = async () => {
      const second = await cli.run(['start']);
      codes.push(second.code);
      if (codes.length === 4) stop.abort();
      expect(second.errors).toContain('A node runs on');
      return undefined;
    };
    await cli.run(['start'], { signal: stop.signal });
    expect(codes).toEqual([1, 1, 1, 1]);
    expect(cli.opened).toHaveLength(1);
  });

  it('says when nobody can reach it under its origin', async () => {
    await using cli = await CliInTest.make({ origin: 'http://127.0.0.1:4720' });
    expect((await startAndStop(cli, ['--port', '4720'])).errors).toBe('');
    expect((await startAndStop(cli, ['--port', '4721'])).errors).toContain('Start it with --port 4720, or');
  });

  it('goes on under another origin after a theft with the recovery key alone, and keeps what that says', async () => {
    await using cli = await CliInTest.make();
    const recoveryFile = await recoverKeys(cli.folder);
    const before = await readKeys(cli.folder);
    const given = ['--origin', 'https://nieuw.example', '--change-origin'];
    const refused = await cli.run(['start', ...given], { signal: stopped });
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('add --recovery-file')]);
    expect([await readKeys(cli.folder), cli.opened]).toEqual([before, []]);
    const { errors } = await startAndStop(cli, [...given, '--recovery-file', recoveryFile]);
    expect(errors).toBe('');
    const kept = await readKeys(cli.folder);
    expect(kept).toEqual(cli.opened[0]?.keys);
    expect(kept.keys[1]?.proof?.verificationMethod).toBe('https://nieuw.example/.well-known/openstraat#recovery-key');
    // Said once: it starts without the secret from then on.
    expect((await startAndStop(cli, given)).errors).toBe('');
  });

  it('says when nobody would believe the key that signs', async () => {
    await using cli = await CliInTest.make();
    const keys = await readKeys(cli.folder);
    await recoverKeys(cli.folder);
    const unproven = (await readKeys(cli.folder)).keys.map(({ proof: _proof, ...key }) => key);
    await writeKeys(cli.folder, { ...keys, keys: unproven });
    expect((await startAndStop(cli, [])).errors).toContain('openstraat keys rotate');
  });

  it('ends a node that does not stop in time', async () => {
    const hanging = { [Symbol.asyncDispose]: () => new Promise<void>(() => {}) };
    expect(await stopInTime([new FakeNode(), hanging], 20)).toBe(false);
    expect(await stopInTime([new FakeNode()], 20)).toBe(true);
  });
});

describe('start --example', () => {
  it('makes a fictional node whose origin follows the port', async () => {
    await using cli = await CliInTest.make(false);
    await startAndStop(cli, ['--example', '--port', '4714']);
    expect(cli.opened).toMatchObject([
      { settings: { origin: 'http://127.0.0.1:4714', fictional: true }, onOriginChange: 'change' },
    ]);
    const imported = cli.node.imports.length;
    expect(imported).toBe((await readTown()).deliveries.length);
    await startAndStop(cli, ['--example', '--port', '4715']);
    expect(await readSettings(cli.folder, {})).toMatchObject({ origin: 'http://127.0.0.1:4715', fictional: true });
    expect(cli.node.imports).toHaveLength(imported);
  });

  it('takes another example', async () => {
    await using cli = await CliInTest.make(false);
    const village = join(import.meta.dirname, '../../../examples/village');
    await startAndStop(cli, ['--example-from', village, '--port', '4716']);
    expect(cli.opened).toMatchObject([{ settings: { name: 'Kievitsdam', fictional: true } }]);
    expect(cli.node.imports).toHaveLength((await readTown(join(village, manifestName))).deliveries.length);
    const none = await cli.run(['start', '--example-from', cli.folder.path], { signal: stopped });
    expect([none.code, none.errors]).toEqual([1, expect.stringContaining('There is no example')]);
  });

  it('never puts fictional shops into a real node', async () => {
    await using cli = await CliInTest.make();
    const before = await readFile(cli.folder.settings, 'utf8');
    expect(await cli.run(['start', '--example'], { signal: stopped })).toMatchObject({
      code: 1,
      errors: expect.stringContaining('has a real node'),
    });
    expect(await readFile(cli.folder.settings, 'utf8')).toBe(before);
    expect([cli.opened, cli.node.imports]).toEqual([[], []]);
  });

  it('imports the town again when it was stopped half way, and not once it is whole', async () => {
    await using cli = await CliInTest.make({ fictional: true });
    const source = { name: 'a', title: 'A', license: 'https://licence.example/', attribution: 'A' };
    const folder = join(cli.folder.path, '../town');
    await mkdir(folder);
    const deliveries = [
      { file: 'a.csv', source },
      { file: 'b.csv', source },
    ];
    await writeFile(join(folder, manifestName), JSON.stringify({ deliveries }));
    const town = await readTown(join(folder, manifestName));
    const context = { terminal: { tell: () => {}, errors: { isTTY: false } } } as unknown as Parameters<
      typeof importTown
    >[0];
    cli.node.onImport = () => Promise.resolve(fakeReport({ outcome: 'stopped' }));
    await importTown(context, cli.node, cli.folder, town);
    cli.node.onImport = () => Promise.resolve(fakeReport());
    await importTown(context, cli.node, cli.folder, town);
    await importTown(context, cli.node, cli.folder, town);
    expect(cli.node.imports.map(({ file }) => file.slice(-5))).toEqual(['a.csv', 'a.csv', 'b.csv']);
    await expect(readTown(join(folder, 'elsewhere.json'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
