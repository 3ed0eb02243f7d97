import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type Called, callWith } from '../cli/call.test-helper.ts';
import { readConsumerArguments } from '../cli/consumer.ts';
import { run } from '../cli/run.ts';
import { runConsumerConformance } from '../run-consumer-conformance.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const serve = async (answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void): Promise<string> => {
  const server = createServer(answer);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const call = (...given: readonly string[]): Promise<Called> => callWith(new AbortController().signal, ...given);

const quick = { visitMs: 5_000, scenariosAtOnce: 8 };

describe('a reader that runs already', () => {
  it('is asked to read, and judged by what it asks and tells', async () => {
    const asked: string[] = [];
    const reader = await serve((incoming, outgoing) => {
      const feed = new URL(incoming.url ?? '', 'http://reader.example').searchParams.get('feed') ?? '';
      asked.push(`${incoming.method} ${new URL(feed).pathname}`);
      // It looks at the first page and tells the digest of nothing.
      void fetch(feed)
        .then((response) => response.text())
        .then(() => outgoing.end(`${'0'.repeat(64)}\n`));
    });
    const result = await runConsumerConformance({ reader: { digestUrl: `${reader}/read?feed={feed}` }, limits: quick });
    expect(new Set(asked)).toEqual(new Set(['POST /feed']));
    expect(result.verdict).toBe('does-not-conform');
    const outcomes = new Map(result.requirements.map(({ id, outcome }) => [id, outcome]));
    expect([outcomes.get('CONS-001'), outcomes.get('CONS-002'), outcomes.get('CONS-024')]).toEqual([
      'passed',
      'failed',
      'failed',
    ]);
  });

  it('that answers nothing is ended, and counts as one that asked for nothing', async () => {
    const reader = await serve(() => {});
    const result = await runConsumerConformance({
      reader: { digestUrl: `${reader}/{feed}` },
      limits: { visitMs: 50, scenariosAtOnce: 30 },
    });
    expect(result.verdict).toBe('not-tested');
    expect(new Set(result.checks.map(({ why }) => why))).toEqual(new Set(['not-answered']));
    expect(result.checks[0]?.says).toContain('ended after 0.05 seconds');
  });
});

describe('a reader that is a command', () => {
  it('which does not exist counts as one that asked for nothing, in words of its shell', async () => {
    const result = await runConsumerConformance({
      reader: { run: 'no-such-reader {feed}' },
      limits: { scenariosAtOnce: 8 },
    });
    expect(result.verdict).toBe('not-tested');
    expect(result.checks[0]?.says).toContain('it ended with 127');
  });
});

describe('the command consumer', () => {
  it.each([
    [[], 'Say what reads'],
    [['--run', 'a {feed}', '--digest-url', 'http://a/{feed}'], 'Say what reads'],
    [['--run', 'read.ts'], 'has no {feed}'],
    [['--digest-url', 'reader/{feed}'], 'is not an address'],
    [['--run', 'a {feed}', '--format', 'clay'], '--format is "clay"'],
    [['--walk'], '--walk'],
    [['--run', 'a {feed}', '--key', 'key.json'], 'say with --certificate'],
    [['--run', 'a {feed}', '--certificate', 'certificate.json'], 'Say with --key'],
  ])('given %j says what to write', (given, words) => {
    expect(readConsumerArguments(given)).toEqual(expect.stringContaining(words));
  });

  it('ends with 2 when nothing could be tested, and with a report', async () => {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const code = await run(['consumer', '--run', 'true {feed}'], { output, errors }, new AbortController().signal);
    expect(code).toBe(2);
    expect(String(output.read())).toContain('CONS-001');
  });

  it('signs what it came to, so that others can check it', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'openstraat-consumer-'));
    closing.push(() => rmSync(scratch, { recursive: true }));
    const [key, certificate] = [join(scratch, 'key.json'), join(scratch, 'certificate.json')];
    const issuer = await call('keygen', '--name', 'Registry', '--output', key);
    const signing = ['--certificate', certificate, '--key', key, '--valid-days', '7'];
    expect((await call('consumer', '--run', 'true {feed}', ...signing)).code).toBe(2);
    const { publicKeyMultibase } = JSON.parse(issuer.output) as { readonly publicKeyMultibase: string };
    const verified = await call('verify', certificate, '--issuer', publicKeyMultibase);
    expect([verified.code, verified.output]).toEqual([2, expect.stringContaining('consumer: not-tested')]);
    expect(verified.output).toContain('signed by Registry');
  });
});
