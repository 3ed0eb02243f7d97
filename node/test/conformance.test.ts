import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { conformanceClasses } from '@openstraat/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

const suite = fileURLToPath(new URL('../../conformance/bin/openstraat-conformance.js', import.meta.url));

let folder: ScratchFolder;
let node: RunningNode;
beforeAll(async () => {
  folder = await scratchFolder();
  node = await RunningNode.start(['--example', '--port', '0', '--data', folder.at('data')]);
});
afterAll(async () => {
  await node?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

/** What these tests read of a result. */
interface Result {
  readonly verdict: string;
  readonly classes: readonly { readonly class: string; readonly claimed: boolean; readonly verdict: string }[];
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly why?: string }[];
  readonly exchanges: readonly { readonly requestHeaders: Readonly<Record<string, string>> }[];
}

/** Runs the suite as a person does: a process of its own. */
const testNode = async (...given: readonly string[]): Promise<{ readonly code: number; readonly output: string }> => {
  const child = spawn(process.execPath, ['--conditions=@openstraat/source', suite, node.url, ...given], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[code], output] = await Promise.all([once(child, 'close') as Promise<[number]>, text(child.stdout)]);
  return { code, output };
};

describe('the example town, tested by the conformance suite', () => {
  it('fails no check of any class that it claims', async () => {
    const { output } = await testNode('--format', 'json', '--seed', 'town');
    const result = JSON.parse(output) as Result;
    const failing = result.checks.filter(({ outcome, why }) => outcome === 'failed' || why === 'suite-fault');
    expect(failing).toEqual([]);
    expect(result.classes.some(({ claimed }) => claimed)).toBe(true);
    for (const { class: name } of result.classes) expect(conformanceClasses).toContain(name);
    expect(result.checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(40);
    for (const { requestHeaders } of result.exchanges)
      expect(requestHeaders['user-agent']).toMatch(/^openstraat-conformance\//);
  });

  it('gives the same with --full, and the exit code that the verdict says', async () => {
    const { code, output } = await testNode('--format', 'json', '--full', '--class', 'publisher');
    const result = JSON.parse(output) as Result;
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(result.checks.filter(({ why }) => why === 'needs-full')).toEqual([]);
    expect(code).toBe({ conforms: 0, 'does-not-conform': 1 }[result.verdict] ?? 2);
  });

  it('is told in words what was found', async () => {
    const { output } = await testNode('--class', 'publisher');
    expect(output).toContain('FEED-001');
    expect(output).toMatch(/repeats this run/);
  });
});
