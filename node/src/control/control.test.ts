import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fault } from '../model/fault.ts';
import { connectToNode } from './client.ts';
import type { ImportRequest, NodeCommands } from './commands.ts';
import { FakeNode, fakeReport, fakeStats } from './fake-node.test-helper.ts';
import { controlLimits } from './limits.ts';
import { splitLines } from './messages.ts';
import { startControlServer } from './server.ts';

const importRequest: ImportRequest = {
  file: '/deliveries/stock.csv',
  source: 'fietsen-jansen',
  dryRun: false,
  partial: false,
  allowShrink: false,
};

let folder: string;
let path: string;
const node = { current: new FakeNode() };
const errors: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'os-'));
  path = join(folder, 'control.sock');
  node.current = new FakeNode();
  errors.length = 0;
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const servers: AsyncDisposable[] = [];
const serve = async (): Promise<AsyncDisposable> => {
  const server = await startControlServer({ path, node: node.current, onError: (error) => errors.push(error) });
  servers.push(server);
  return server;
};
const connected = async (): Promise<NodeCommands> => {
  const client = await connectToNode(path);
  if (client === undefined) throw new Error('no node answers');
  return client;
};

/** Leaves a socket behind, as a killed process does. */
const leaveDeadSocket = async (): Promise<void> => {
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', script], { env: {} });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const ask = async (name: string, body: string): Promise<string> => {
  const client = request({ socketPath: path, path: name, method: 'POST', agent: false });
  client.end(body);
  const [response] = await once(client, 'response');
  return text(response);
};

describe('the control socket', () => {
  it('answers every command as the node itself does', async () => {
    await serve();
    const client = await connected();
    const settings = {
      name: 'fietsen-jansen',
      title: 'Jansen',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      attribution: 'Jansen',
      currency: 'EUR',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      offers: true,
    };
    await client.saveSource(settings);
    expect(await client.listSources()).toEqual([{ settings }]);
    expect(await client.removeSource({ name: 'fietsen-jansen', allowShrink: false })).toEqual({ removed: 2 });
    expect(await client.stats()).toEqual(fakeStats);
    expect(await client.verify()).toEqual({ problems: [], things: 3 });
    expect(await client.backup({ folder: '/backups/1' })).toEqual({ things: 3, position: 12 });
    const chunks: string[] = [];
    expect(await client.exportThings({ format: 'ndjson' }, (chunk) => void chunks.push(chunk))).toEqual({ things: 2 });
    expect(chunks).toEqual(node.current.exported);
  });

  it('passes progress on while an import runs, then its report', async () => {
    await serve();
    node.current.onImport = (_request, progress) => {
      progress({ rows: 1, bytes: 10, bytesTotal: 20, elapsedMs: 1 });
      progress({ rows: 2, bytes: 20, bytesTotal: 20, elapsedMs: 2 });
      return Promise.resolve(fakeReport({ rows: 2 }));
    };
    const rows: number[] = [];
    const report = await (await connected()).importFile(importRequest, (event) => rows.push(event.rows));
    expect(rows).toEqual([1, 2]);
    expect(report).toEqual(fakeReport({ rows: 2 }));
    expect(node.current.imports).toEqual([importRequest]);
  });

  it('passes a fault on with its code, and hides no failure of the node', async () => {
    await serve();
    const client = await connected();
    await expect(client.removeSource({ name: 'nobody', allowShrink: false })).rejects.toMatchObject({
      code: 'source-unknown',
      message: 'There is no source nobody.',
    });
    expect(errors).toEqual([]);
    node.current.onImport = () => Promise.reject(new TypeError('broken'));
    await expect(client.importFile(importRequest, () => {})).rejects.toMatchObject({ code: 'internal' });
    expect(errors).toHaveLength(1);
  });

  it('asks an import to stop, and still gets its report', async () => {
    await serve();
    const stop = new AbortController();
    node.current.onImport = async (_request, progress, signal) => {
      progress({ rows: 1, bytes: 1, bytesTotal: undefined, elapsedMs: 1 });
      if (signal !== undefined) await once(signal, 'abort');
      return fakeReport({ outcome: 'stopped' });
    };
    const report = await (await connected()).importFile(importRequest, () => stop.abort(), stop.signal);
    expect(report.outcome).toBe('stopped');
  });

  it.each(['write', 'end'] as const)('stops an import whose client went away, its request %s', async (send) => {
    await serve();
    const stopped = Promise.withResolvers<void>();
    node.current.onImport = async (_request, progress, signal) => {
      progress({ rows: 1, bytes: 1, bytesTotal: undefined, elapsedMs: 1 });
      if (signal !== undefined) await once(signal, 'abort');
      stopped.resolve();
      return fakeReport();
    };
    const client = request({ socketPath: path, path: '/importFile', method: 'POST', agent: false });
    client.on('error', () => {});
    client[send](`${JSON.stringify(importRequest)}\n`);
    await once(client, 'response');
    client.destroy();
    await expect(stopped.promise).resolves.toBeUndefined();
  });

  it('does not run ahead of a reader that is slow', async () => {
    await serve();
    const chunk = 'x'.repeat(1 << 20);
    let asked = 0;
    node.current.exportThings = async (_request, write) => {
      for (; asked < 64; asked += 1) await write(chunk);
      return { things: asked };
    };
    const first = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    const answer = (await connected()).exportThings({ format: 'ndjson' }, async () => {
      first.resolve();
      await mayGoOn.promise;
    });
    await first.promise;
    const before = asked;
    // The node has had its chances to write on: the buffers between hold a few pieces, not all of them.
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(Math.max(before, asked)).toBeLessThan(32);
    mayGoOn.resolve();
    expect(await answer).toEqual({ things: 64 });
  });

  it('is open to its own user only, also in place of one that a killed node left', async () => {
    await leaveDeadSocket();
    expect((await stat(path)).isSocket()).toBe(true);
    expect(await connectToNode(path)).toBeUndefined();
    await serve();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await (await connected()).stats()).toEqual(fakeStats);
  });

  it('goes away with the node, after what runs was asked to stop', async () => {
    const server = await serve();
    node.current.onImport = async (_request, progress, signal) => {
      progress({ rows: 1, bytes: 1, bytesTotal: undefined, elapsedMs: 1 });
      if (signal !== undefined) await once(signal, 'abort');
      return fakeReport({ outcome: 'stopped' });
    };
    const started = Promise.withResolvers<void>();
    const report = (await connected()).importFile(importRequest, () => started.resolve());
    await started.promise;
    servers.length = 0;
    await server[Symbol.asyncDispose]();
    expect((await report).outcome).toBe('stopped');
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await connectToNode(path)).toBeUndefined();
  });

  it('refuses what it does not know', async () => {
    await serve();
    expect(await ask('/sell', '{}\n')).toContain('"bad-request"');
    expect(await ask('/importFile', '{"file":"relative.csv"}\n')).toContain('"bad-request"');
    expect(await ask('/verify', '')).toContain('"fault"');
  });

  it('takes a path of the longest kind, and says what to do one past it', async () => {
    const fill = 'd'.repeat(controlLimits.socketPathBytesMax - Buffer.byteLength(folder) - 1);
    const longest = join(folder, fill);
    expect(await connectToNode(longest)).toBeUndefined();
    await expect(connectToNode(`${longest}d`)).rejects.toThrow(/shorter path/);
    const options = { node: node.current, onError: () => {} };
    await (await startControlServer({ ...options, path: longest }))[Symbol.asyncDispose]();
    await expect(startControlServer({ ...options, path: `${longest}d` })).rejects.toBeInstanceOf(Fault);
  });
});

const linesOf = async (...chunks: string[]): Promise<string[]> => {
  const stream = (async function* () {
    yield* chunks;
  })();
  const lines: string[] = [];
  for await (const line of splitLines(stream, 4)) lines.push(line);
  return lines;
};

describe('splitLines', () => {
  it('finds lines across pieces, and takes a last one without an end', async () => {
    expect(await linesOf('a', 'b\n', '\nc', 'd\ne')).toEqual(['ab', '', 'cd', 'e']);
  });

  it('takes a line at the limit, and refuses one past it, however it is cut', async () => {
    expect(await linesOf('abcd\n')).toEqual(['abcd']);
    await expect(linesOf('abcde\n')).rejects.toMatchObject({ code: 'limit-exceeded' });
    await expect(linesOf('ab', 'cde')).rejects.toMatchObject({ code: 'limit-exceeded' });
  });
});
