import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { FakeNode } from '../control/fake-node.test-helper.ts';
import { startControlServer } from '../control/server.ts';
import { Fault } from '../model/fault.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const serve = (cli: CliInTest, node: FakeNode): Promise<AsyncDisposable> =>
  startControlServer({ path: cli.folder.socket, node, onError: () => {} });

/** Runs the program itself, as another process. */
const runProgram = async (given: readonly string[]) => {
  const program = join(import.meta.dirname, '../../bin/openstraat.js');
  const child = spawn(process.execPath, ['--conditions=@openstraat/source', program, ...given], { env: {} });
  const [[code], output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code: code as unknown, output, errors };
};

const busy = new Fault('data-folder-busy', 'held');

describe('a command', () => {
  it('asks the node that runs, and opens nothing', async () => {
    await using cli = await CliInTest.make();
    const running = new FakeNode();
    await using server = await serve(cli, running);
    expect(await cli.run(['backup', '/backups/1'])).toMatchObject({ code: 0 });
    expect([running.backups, cli.opened, server]).toEqual([['/backups/1'], [], server]);
  });

  it('opens the folder where nobody answers, with the settings of the environment', async () => {
    await using cli = await CliInTest.make();
    await cli.run(['backup', 'relative'], { variables: { OPENSTRAAT_NAME: 'Anders' } });
    expect(cli.node.backups).toEqual([join(process.cwd(), 'relative')]);
    expect(cli.opened).toMatchObject([
      { dataFolder: cli.folder.path, settings: { name: 'Anders' }, onOriginChange: 'refuse' },
    ]);
    expect(cli.node.disposed).toBe(true);
  });

  it('waits for a node that starts: it holds the folder before it takes commands', async () => {
    await using cli = await CliInTest.make();
    const running = new FakeNode();
    const servers: AsyncDisposable[] = [];
    const { code, errors } = await cli.run(['backup', '/backups/1'], {
      openNode: async () => {
        servers.push(await serve(cli, running));
        throw busy;
      },
    });
    expect({ code, errors }).toEqual({ code: 0, errors: expect.stringContaining('waiting') });
    expect(running.backups).toEqual(['/backups/1']);
    for (const server of servers) await server[Symbol.asyncDispose]();
  });

  it('gives up on a folder that stays held when it is told to stop', async () => {
    await using cli = await CliInTest.make();
    const given = { openNode: () => Promise.reject(busy), signal: AbortSignal.timeout(300) };
    expect(await cli.run(['stats'], given)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('takes no commands'),
    });
  });

  it('clears away the socket of a node that was killed', async () => {
    await using cli = await CliInTest.make();
    const script = `require('node:net').createServer().listen(${JSON.stringify(cli.folder.socket)}, () => console.log('up'))`;
    const child = spawn(process.execPath, ['-e', script], { env: {} });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await cli.run(['stats'])).toMatchObject({ code: 0 });
    await expect(stat(cli.folder.socket)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('works from another process beside the node, and ends with its code', async () => {
    await using cli = await CliInTest.make();
    const running = new FakeNode();
    running.problems = ['the count of offers is 3, and there are 2'];
    await using server = await serve(cli, running);
    const [stats, verify, wrong] = await Promise.all([
      runProgram(['stats', '--json', '--data', cli.folder.path]),
      runProgram(['verify', '--data', cli.folder.path]),
      runProgram(['stats', '--colour', '--data', cli.folder.path]),
    ]);
    expect([stats.code, verify.code, wrong.code, server]).toEqual([0, 1, 2, server]);
    expect(JSON.parse(stats.output)).toMatchObject({ live: 3 });
    expect(verify.output).toContain('the count of offers is 3');
    expect(wrong).toMatchObject({ output: '', errors: expect.stringContaining('--colour') });
  });
});

describe('export', () => {
  it('gives what the node has, through the socket too', async () => {
    await using cli = await CliInTest.make();
    const direct = await cli.run(['export']);
    expect(direct).toEqual({ code: 0, output: cli.node.exported.join(''), errors: '' });
    await using server = await serve(cli, cli.node);
    expect([await cli.run(['export']), server]).toEqual([direct, server]);
  });

  it('writes a new file, and overwrites none', async () => {
    await using cli = await CliInTest.make();
    const file = join(cli.folder.path, '../town.ndjson');
    expect(await cli.run(['export', '-o', file])).toMatchObject({ code: 0, output: '' });
    expect((await stat(file)).size).toBe(cli.node.exported.join('').length);
    expect(await cli.run(['export', '-o', file])).toMatchObject({ code: 2, errors: expect.stringContaining('EEXIST') });
  });

  it('stops quietly when its reader goes away', async () => {
    await using cli = await CliInTest.make();
    cli.node.exported = Array.from({ length: 1_000 }, () => 'x\n');
    let written = 0;
    const output = new Writable({
      write: (_chunk, _encoding, done) => {
        written += 1;
        done(written < 3 ? null : Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
      },
    });
    expect(await cli.run(['export'], { output })).toEqual({ code: 0, output: '', errors: '' });
    expect(written).toBe(3);
  });

  it('says so when the disk behind the output is full', async () => {
    await using cli = await CliInTest.make();
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    expect(await cli.run(['export'], { output })).toMatchObject({
      code: 1,
      errors: expect.stringContaining('is full'),
    });
  });
});
