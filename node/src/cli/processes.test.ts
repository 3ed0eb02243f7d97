import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = join(import.meta.dirname, '../../bin/openstraat.js');

const children: ChildProcess[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'os-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const startProgram = (given: readonly string[]) => {
  const child = spawn(process.execPath, ['--conditions=@openstraat/source', program, ...given], { env: {} });
  children.push(child);
  return child;
};

const runProgram = async (given: readonly string[]) => {
  const child = startProgram(given);
  const [[code], output, errors] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code: code as unknown, output, errors };
};

it('several processes work on one data folder, whoever holds it, and whoever was killed', async () => {
  const data = ['--data', join(folder, 'data')];
  const sheet = join(folder, 'places.csv');
  await writeFile(
    sheet,
    'name;kind;street;postcode;town;lat;lon\nBakker Bart;bakkerij;Kerkstraat 1;1234 AB;Waterveen;52.1;5.2\n',
  );
  const flags = ['--name', 'N', '--area', 'A', '--operator', 'O', '--contact', 'a@b.example', '--license', 'cc0'];
  expect(await runProgram(['init', ...flags, '--origin', 'https://a.example', ...data])).toMatchObject({ code: 0 });

  const node = startProgram(['start', '--port', '0', ...data]);
  const [chunk] = await once(node.stdout, 'data');
  expect(String(chunk)).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+\./);
  const whileItRuns = await Promise.all([
    runProgram(['import', sheet, '--source', 'places', '--attribution', 'N', '--json', ...data]),
    runProgram(['stats', ...data]),
    runProgram(['start', '--port', '0', ...data]),
  ]);
  expect(whileItRuns.map(({ code }) => code)).toEqual([0, 0, 1]);
  expect(JSON.parse(whileItRuns[0].output)).toMatchObject({ format: 'places-sheet', added: 1 });
  expect(whileItRuns[2].errors).toContain('A node runs on');

  for (const file of await readdir(join(folder, 'data'), { recursive: true }))
    expect([file, (await stat(join(folder, 'data', file))).mode & 0o077]).toEqual([file, 0]);

  node.kill('SIGKILL');
  await once(node, 'exit');
  expect((await stat(join(folder, 'data/control.sock'))).isSocket()).toBe(true);
  // Both find a dead socket, and one of them finds the folder held.
  const afterwards = await Promise.all([runProgram(['verify', ...data]), runProgram(['stats', '--json', ...data])]);
  expect(afterwards.map(({ code }) => code)).toEqual([0, 0]);
  expect(JSON.parse(afterwards[1].output)).toMatchObject({ liveByKind: { Place: 1, Source: 1 } });

  const again = startProgram(['start', '--port', '0', ...data]);
  await once(again.stdout, 'data');
  again.kill('SIGTERM');
  expect(await once(again, 'exit')).toEqual([0, null]);
});
