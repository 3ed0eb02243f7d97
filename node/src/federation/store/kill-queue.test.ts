import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { scratchFolder } from './store.fixture.ts';

const program = fileURLToPath(new URL('./queue-child.fixture.ts', import.meta.url));

const startChild = async (folder: string, ...given: readonly string[]) => {
  const child = spawn(
    process.execPath,
    ['--conditions=@openstraat/source', program, join(folder, 'store'), join(folder, 'log'), ...given],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  return { child, ended };
};

const notes = async (folder: string): Promise<string[][]> => {
  const text = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '));
};
const numbersOf = (lines: readonly string[][], word: string): number[] =>
  lines.flatMap(([first, n]) => (first === word ? [Number(n)] : []));

/** A sequence that is the same in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

it('loses no accepted message when it is killed, repeats few, and none that was acknowledged', async () => {
  await using scratch = await scratchFolder();
  const random = seeded(20_261_122);
  const rounds = 5;
  const killedWithin = 2_000;
  // So many that the child is in the midst of them also where this process gets its turn late.
  const perRound = 10 * killedWithin;
  for (let round = 0; round < rounds; round += 1) {
    const { child, ended } = await startChild(scratch.path, String(round * perRound), String(perRound));
    // Kills at a count of notes, so that a slow machine is killed in the midst of its work as well.
    const killAt = (await notes(scratch.path)).length + 1 + random(killedWithin);
    while (child.exitCode === null && (await notes(scratch.path)).length < killAt) await new Promise(setImmediate);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  }
  expect(await (await startChild(scratch.path)).ended).toEqual([0, null]);
  const lines = await notes(scratch.path);
  const [accepted, handled] = [numbersOf(lines, 'accepted'), numbersOf(lines, 'handled')];
  expect(accepted.length).toBeGreaterThan(100);
  expect(accepted.filter((n) => !handled.includes(n))).toEqual([]);
  // At each kill: those with handlers, and as many whose acknowledgement was on its way.
  expect(handled.length - new Set(handled).size).toBeLessThanOrEqual(rounds * 2 * 8);
  expect(numbersOf(lines, 'parked')).toEqual([]);
  for (const key of ['key-0', 'key-4']) {
    const inLine = lines.flatMap(([word, n, ofKey]) => (word === 'handled' && ofKey === key ? [Number(n)] : []));
    expect(inLine.length).toBeGreaterThan(10);
    // Only the last of a key can be met again.
    expect(inLine).toEqual(inLine.toSorted((left, right) => left - right));
  }

  expect(await (await startChild(scratch.path)).ended).toEqual([0, null]);
  expect((await notes(scratch.path)).slice(lines.length)).toEqual([['drained']]);
}, 60_000);

it('parks the message that kills the process, and no other', async () => {
  await using scratch = await scratchFolder();
  let kills = 0;
  for (let start = ['poison']; ; start = []) {
    const [code] = (await (await startChild(scratch.path, ...start)).ended) as [number | null];
    if (code === 0) break;
    kills += 1;
    expect(kills).toBeLessThanOrEqual(3);
  }
  const lines = await notes(scratch.path);
  expect(kills).toBe(3);
  expect(numbersOf(lines, 'parked')).toEqual([6]);
  expect(new Set(numbersOf(lines, 'handled')).size).toBe(30);
}, 60_000);
