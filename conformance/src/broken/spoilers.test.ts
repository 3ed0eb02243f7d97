import { describe, expect, it } from 'vitest';
import { conformanceResultSchema } from '../result/result.ts';
import { allChecks } from '../checks/index.ts';
import { runTiny } from './run-tiny.test-helper.ts';
import { spoilers } from './spoilers/index.ts';

describe('the tiny publisher', () => {
  it.each(['publisher', 'publisher-live'] as const)('has nothing wrong as %s', async (name) => {
    const result = await runTiny({ class: name });
    expect(conformanceResultSchema.parse(result)).toEqual(result);
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    // What can't be seen from outside may stay untested, nothing else.
    expect(result.checks.filter(({ why }) => why !== undefined && why !== 'out-of-sight')).toEqual([]);
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

  it('every check fails on one', () => {
    const failing = new Set(spoilers.flatMap(({ fails }) => fails));
    expect(allChecks.filter(({ name }) => !failing.has(name)).map(({ name }) => name)).toEqual([]);
  });
});
