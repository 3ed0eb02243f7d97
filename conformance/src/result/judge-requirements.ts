import type { Requirement } from '@openstraat/spec';
import type { CheckResult, RequirementResult } from './result.ts';

/** These reasons stand in the way of a verdict: what can be seen from outside was not looked at. */
const blockingWhys: ReadonlySet<CheckResult['why']> = new Set<CheckResult['why']>([
  'not-answered',
  'evidence-missing',
  'needs-callback',
  'no-check',
  'suite-fault',
]);

/** Does this outcome stand in the way of a verdict? */
export const isBlocking = ({ why }: Pick<CheckResult, 'why'>): boolean => blockingWhys.has(why);

/** What counts first when the checks of one requirement come to different outcomes. */
const rankOf = (check: CheckResult): number => {
  if (check.outcome === 'failed') return 0;
  if (isBlocking(check)) return 1;
  return ['passed', 'not-tested', 'inapplicable'].indexOf(check.outcome) + 2;
};

/** What a requirement comes to, by its checks: the worst of their outcomes; not tested when it has none. */
export const judgeRequirement = (requirement: Requirement, checks: readonly CheckResult[]): RequirementResult => {
  const { id, level, title, text } = requirement;
  const own = checks.filter((check) => check.requirement === id);
  const base = { id, class: requirement.class, level, title, text, checks: own.map(({ name }) => name) };
  const [worst] = own.toSorted((left, right) => rankOf(left) - rankOf(right));
  if (worst === undefined)
    return { ...base, outcome: 'not-tested', why: 'no-check', says: 'this version of the suite has no check for it' };
  const { outcome, says, why } = worst;
  return { ...base, outcome, says, ...(why === undefined ? {} : { why }) };
};
