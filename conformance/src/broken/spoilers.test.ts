import { describe, expect, it } from 'vitest';
import { conformanceResultSchema } from '../result/result.ts';
import { allChecks } from '../checks/index.ts';
import { unobservableChecks } from '../checks/unobservable.ts';
import { runTiny } from './run-tiny.test-helper.ts';
import { runConformance } from '../run-conformance.ts';
import { changeActor } from './spoilers/federation/change-json.ts';
import { TinyPublisher, tinyNowMs } from './tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from './tiny-publisher/town.ts';
import { spoilers } from './spoilers/index.ts';

describe('the tiny publisher', () => {
  it.each(['publisher', 'publisher-live', 'searchable', 'federated'] as const)(
    'has nothing wrong as %s',
    async (name) => {
      const result = await runTiny({ class: name });
      expect(conformanceResultSchema.parse(result)).toEqual(result);
      expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      // What can't be seen from outside may stay untested, nothing else.
      expect(result.checks.filter(({ why }) => why !== undefined && why !== 'out-of-sight')).toEqual([]);
    },
  );

  it('passes every check of a running publisher that can be searched, and not for want of something to test', async () => {
    const { checks } = await runTiny({
      class: 'searchable',
      // Two pages, one of them full; and a limit that somebody meets.
      moreTombstones: 1_000,
      response: (response, { url, headers }) =>
        url.pathname === '/search' && headers.has('referer')
          ? new Response('', { status: 429, headers: { 'retry-after': '0' } })
          : response,
    });
    const others = checks.filter(
      ({ requirement, outcome }) => /^(LIVE|SRCH|GDL)-/.test(requirement) && outcome !== 'passed',
    );
    expect(others.map(({ name, outcome, says }) => [name, outcome, says])).toEqual([]);
  });
});

describe('the tiny publisher as one that federates', () => {
  it('passes every check, and not for want of something to test', async () => {
    const { checks } = await runTiny({
      class: 'federated',
      // One who has moved, and a limit that somebody meets.
      answer: changeActor((actor) => ({ ...actor, movedTo: 'https://elders.example/actors/node' })),
      response: (response, { method, headers }) =>
        method === 'POST' && !headers.has('signature')
          ? new Response(null, { status: 429, headers: { 'retry-after': '0' } })
          : response,
    });
    const others = checks.filter(({ requirement, outcome }) => requirement.startsWith('FED-') && outcome !== 'passed');
    // Whoever is told to wait for ever can not be told that a signature is missing.
    expect(others.map(({ name, why }) => [name, why])).toEqual([['unsigned-refused', 'not-answered']]);
  });

  it('is not tested where the suite can not be reached, and does not conform for that', async () => {
    const { fetch } = new TinyPublisher({ class: 'federated' });
    const result = await runConformance({ url: `${tinyOrigin}/`, classes: ['federated'], fetch, now: () => tinyNowMs });
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(result.checks.find(({ name }) => name === 'unsigned-refused')?.why).toBe('needs-callback');
    expect(result.classes.map(({ class: name, verdict }) => [name, verdict])).toEqual([
      ['publisher', 'conforms'],
      ['federated', 'not-tested'],
    ]);
  });
});

describe('on a publisher that is broken in one point', () => {
  it.each(spoilers.map((spoiler) => [spoiler.name, spoiler] as const))(
    '%s, exactly the checks of that point fail',
    async (_name, spoiler) => {
      const { checks } = await runTiny(spoiler);
      const failing = checks.filter(({ outcome }) => outcome === 'failed');
      expect(failing.map(({ name }) => name)).toEqual(spoiler.fails);
      for (const { findings } of failing) expect(findings.length).toBeGreaterThan(0);
      expect(checks.filter(({ why }) => why === 'suite-fault')).toEqual([]);
    },
  );

  it('every check fails on one, but those of what nobody can see', () => {
    const failing = new Set(spoilers.flatMap(({ fails }) => fails));
    expect(allChecks.filter(({ name }) => !failing.has(name)).map(({ name }) => name)).toEqual(
      unobservableChecks.map(({ name }) => name),
    );
  });
});
