import { allRequirements } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { judgeClass, overallVerdict } from './judge-class.ts';
import { judgeRequirement } from './judge-requirements.ts';
import type { CheckResult, RequirementResult } from './result.ts';

const requirement = allRequirements.find(({ id }) => id === 'FEED-001') ?? allRequirements[0];
if (requirement === undefined) throw new Error('there are no requirements');

const check = (outcome: CheckResult['outcome'], why?: CheckResult['why']): CheckResult => ({
  name: 'a-check',
  requirement: requirement.id,
  title: '',
  fault: '',
  consumerLoses: '',
  whatToDo: '',
  outcome,
  says: 'so',
  ...(why === undefined ? {} : { why }),
  findings: [],
  findingsTotal: 0,
});
const judged = (...checks: readonly CheckResult[]): RequirementResult => judgeRequirement(requirement, checks);

describe('a requirement', () => {
  it.each([
    [[], 'not-tested'],
    [[check('passed'), check('failed')], 'failed'],
    [[check('passed'), check('not-tested', 'not-answered')], 'not-tested'],
    [[check('passed'), check('not-tested', 'out-of-sight')], 'passed'],
    [[check('inapplicable'), check('not-tested', 'needs-full')], 'not-tested'],
    [[check('inapplicable'), check('passed')], 'passed'],
    [[check('inapplicable')], 'inapplicable'],
  ] as const)('of case %#', (checks, outcome) => {
    expect(judged(...checks).outcome).toBe(outcome);
  });
});

describe('a class', () => {
  const passed = judged(check('passed'));
  it.each([
    [[passed], 'conforms'],
    [[passed, judged(check('failed'))], 'does-not-conform'],
    [[passed, { ...judged(check('failed')), level: 'SHOULD' as const }], 'conforms'],
    [[passed, judged(check('not-tested', 'out-of-sight'))], 'conforms'],
    [[passed, judged(check('not-tested', 'not-answered'))], 'not-tested'],
    [[passed, judged()], 'not-tested'],
    [[judged(check('inapplicable'))], 'not-tested'],
    [[], 'not-tested'],
  ])('of case %#', (requirements, verdict) => {
    const result = judgeClass('publisher', true, requirements);
    expect(result.verdict).toBe(verdict);
    expect(overallVerdict([result])).toBe(verdict);
  });

  it('fails with what it includes', () => {
    expect(judgeClass('publisher-live', true, [judged(check('failed'))]).verdict).toBe('does-not-conform');
  });

  it('that was not tested keeps the whole from conforming, and one that fails decides', () => {
    const conforms = judgeClass('publisher', true, [passed]);
    const open = judgeClass('publisher-live', true, []);
    expect(overallVerdict([conforms, open])).toBe('not-tested');
    expect(overallVerdict([open, judgeClass('publisher', true, [judged(check('failed'))])])).toBe('does-not-conform');
    expect(overallVerdict([])).toBe('not-tested');
  });
});
