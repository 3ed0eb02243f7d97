import { expect, it } from 'vitest';
import type { Block, Severity } from '../../model/block.ts';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { blockLimits } from './limits.ts';
import { openBlocks } from './open-blocks.ts';
import { readDomain } from './read-domain.ts';

const block = (domain: string, severity: Severity = 'suspend', reason = ''): Block => ({
  domain,
  severity,
  rejectMedia: true,
  rejectReports: true,
  reason,
  obfuscate: false,
  since: '2026-11-22T00:00:00Z',
});

it('blocks domains and all below them, also after a restart', async () => {
  await using folder = await scratchFolder();
  await using store = await openFederationStore(`${folder.path}/store`, { clock: new HandClock() });
  const made = await openBlocks(store.tables);
  await made.put([
    block('nare.example'),
    block('stille.example', 'silence'),
    block('127.0.0.2'),
    block('goed.example'),
  ]);
  expect(await made.remove('goed.example')).toBe(true);
  expect(await made.remove('goed.example')).toBe(false);
  for (const blocks of [made, await openBlocks(store.tables)]) {
    const hosts = ['nare.example', 'NARE.example.', 'a.b.nare.example', '127.0.0.2'];
    expect(hosts.map((host) => blocks.isBlocked(host))).toEqual([true, true, true, true]);
    const others = ['xnare.example', 'example', 'nare.example.net', 'stille.example', 'goed.example', '127.0.0.20', ''];
    expect(others.filter((host) => blocks.isBlocked(host))).toEqual([]);
    expect(blocks.list().map(({ domain }) => domain)).toEqual(['127.0.0.2', 'nare.example', 'stille.example']);
  }
});

it('keeps as many domains, and reasons as long, as it may', async () => {
  await using folder = await scratchFolder();
  await using store = await openFederationStore(`${folder.path}/store`, { clock: new HandClock() });
  const blocks = await openBlocks(store.tables, { ...blockLimits, domainsMax: 2 });
  await blocks.put([block('a.example'), block('b.example')]);
  await expect(blocks.put([block('c.example')])).rejects.toMatchObject({ code: 'limit-exceeded' });
  const long = 'x'.repeat(blockLimits.reasonCharactersMax);
  await blocks.put([block('a.example', 'suspend', long)]);
  await expect(blocks.put([block('a.example', 'suspend', `${long}x`)])).rejects.toMatchObject({
    code: 'limit-exceeded',
  });
});

it.each([
  ['Nare.Example', 'nare.example'],
  ['*.nare.example', 'nare.example'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['127.0.0.1', '127.0.0.1'],
  ['https://nare.example', undefined],
  ['nare.example:8443', undefined],
  ['n*re.example', undefined],
  ['a b', undefined],
  ['!!', undefined],
  ['nare..example', undefined],
  ['-nare.example', undefined],
  ['nare.example-', undefined],
  ["nare'.example", undefined],
  ['_dienst.nare.example', '_dienst.nare.example'],
  ['a', 'a'],
  [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
  [`${'a'.repeat(64)}.example`, undefined],
  [`${'a.'.repeat(126)}a`, `${'a.'.repeat(126)}a`],
  [`${'a.'.repeat(126)}ab`, undefined],
  ['', undefined],
])('%s is the domain %s', (text, domain) => {
  expect(readDomain(text)).toBe(domain);
});
