import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type ConformanceResult, runConformance } from '@openstraat/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines, offerLine, placeLine, productLine } from './support/deliveries.ts';
import { freePort } from './support/free-port.ts';
import { makeNode } from './support/make-node.ts';
import { done } from './support/openstraat.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

const suite = fileURLToPath(new URL('../../conformance/bin/openstraat-conformance.js', import.meta.url));

let folder: ScratchFolder;
let node: RunningNode;
beforeAll(async () => {
  folder = await scratchFolder();
  node = await RunningNode.start(['--example', '--port', '0', '--data', folder.at('data')]);
}, 180_000);
afterAll(async () => {
  await node?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

/** What these tests read of a result. */
interface Result {
  readonly verdict: string;
  readonly classes: readonly { readonly class: string; readonly claimed: boolean; readonly verdict: string }[];
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly why?: string }[];
  readonly exchanges: readonly {
    readonly requestHeaders: Readonly<Record<string, string>>;
    readonly received?: boolean;
  }[];
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the suite as a person does: a process of its own. */
const runSuite = async (...given: readonly string[]): Promise<Ended> => {
  const child = spawn(process.execPath, ['--conditions=@openstraat/source', suite, ...given], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[code], output] = await Promise.all([once(child, 'close') as Promise<[number]>, text(child.stdout)]);
  return { code, output };
};
const testNode = (...given: readonly string[]): Promise<Ended> => runSuite(node.url, ...given);

describe('the example town, tested by the conformance suite', () => {
  it('conforms in every class that it claims, with a certificate that others can check', async () => {
    const [key, certificate] = [folder.at('key.json'), folder.at('certificate.json')];
    const { output: issuer } = await runSuite('keygen', '--name', 'Test', '--output', key);
    const signing = ['--certificate', certificate, '--key', key];
    const { code, output } = await testNode('--format', 'json', '--seed', 'town', ...signing);
    const result = JSON.parse(output) as Result;
    expect(result.checks.filter(({ outcome, why }) => outcome === 'failed' || why === 'suite-fault')).toEqual([]);
    expect(result.classes.map(({ class: name, claimed, verdict }) => [name, claimed, verdict])).toEqual(
      ['publisher', 'publisher-live', 'searchable', 'federated'].map((name) => [name, true, 'conforms']),
    );
    expect(code).toBe(0);
    expect(result.checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(150);
    // What the node sent to the suite's own actors says what the node is.
    for (const { requestHeaders } of result.exchanges.filter(({ received }) => received !== true))
      expect(requestHeaders['user-agent']).toMatch(/^openstraat-conformance\//);

    const [trusted = ''] = /z6Mk\w+/.exec(issuer) ?? [];
    expect((await runSuite('verify', certificate, '--issuer', trusted)).code).toBe(0);
    const signed = await readFile(certificate, 'utf8');
    await writeFile(certificate, signed.replace('"publisher-live"', '"publisher-lives"'));
    expect((await runSuite('verify', certificate, '--issuer', trusted)).code).toBe(1);
  }, 180_000);

  it('gives the same with --full, and the exit code that the verdict says', async () => {
    const { code, output } = await testNode('--format', 'json', '--full', '--class', 'publisher');
    const result = JSON.parse(output) as Result;
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(result.checks.filter(({ why }) => why === 'needs-full')).toEqual([]);
    expect([code, result.verdict]).toEqual([0, 'conforms']);
  }, 180_000);

  it('is told in words what was found', async () => {
    const { output } = await testNode('--class', 'publisher');
    expect(output).toContain('FEED-001');
    expect(output).toMatch(/repeats this run/);
  });
});

/** A shop with ten products, of which some are gone on later days; prices rise every day. */
const delivery = (day: number): string => {
  const products = Array.from({ length: 10 }, (_, index) => index).slice(day);
  return lines([
    placeLine('de-klodder').replace('Winkel de-klodder', 'Verf <i>& meer</i>'),
    ...products.map((index) =>
      productLine(index, `Lijm <b>no. ${index}</b> & "zo" </script><script>alert(1)</script>`),
    ),
    ...products.map((index) => offerLine(index, 'de-klodder', `${index + 1}.${day}5`)),
  ]);
};

/** What the example town gives no occasion for: nothing changes in it, and no name looks like markup. */
const onlyByChange =
  'DOC-004 DOC-006 DOC-007 FEED-006 FEED-013 FEED-016 FEED-017 FEED-018 CHK-010 CHK-011 LIC-008'.split(' ');

describe('a node that changes while it is tested', () => {
  let changed: ConformanceResult;
  beforeAll(async () => {
    const port = await freePort();
    const data = await makeNode(folder.at('changing'), `http://127.0.0.1:${port}`);
    const deliver = async (day: number): Promise<void> => {
      const file = folder.at(`day-${day}.ndjson`);
      await writeFile(file, delivery(day));
      await done(['import', file, '--source', 'alles', '--attribution', 'Test', ...data]);
    };
    await deliver(0);
    await using changing = await RunningNode.start(['--port', String(port), ...data], {
      environment: { OPENSTRAAT_ALLOW_PRIVATE_ADDRESS: 'true' },
    });
    await deliver(1);
    changed = await runConformance({ url: changing.url, seed: 'days', full: true, beforeLate: () => deliver(2) });
  }, 180_000);

  it('has nothing wrong', () => {
    expect(changed.checks.filter(({ outcome, why }) => outcome === 'failed' || why === 'suite-fault')).toEqual([]);
    expect(changed.verdict).toBe('conforms');
  });

  it('passes what only changes, deletions and names like markup can show', () => {
    const shown = changed.requirements.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining(onlyByChange));
  });
});
