import type { Check, CheckWords } from '../checks/check.ts';
import { notTested, type Verdict } from '../checks/verdict.ts';
import type { CheckResult } from '../result/result.ts';
import type { Run } from './run.ts';

/** A fault of the suite never ends a run: it is told as what it is. */
const judgeSafely = async (check: Check, run: Run): Promise<Verdict> => {
  try {
    return await check.judge(run);
  } catch (error) {
    return notTested(
      'suite-fault',
      `the check ${check.name} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

const says = (verdict: Verdict): string => {
  switch (verdict.outcome) {
    case 'passed':
      return verdict.seen;
    case 'failed':
      return verdict.findings[0]?.message ?? '';
    default:
      return verdict.reason;
  }
};

/** A verdict as the result has it. */
export const resultOf = (check: CheckWords, verdict: Verdict): CheckResult => {
  const { name, requirement, title, fault, consumerLoses, whatToDo } = check;
  return {
    name,
    requirement,
    title,
    fault,
    consumerLoses,
    whatToDo,
    outcome: verdict.outcome,
    says: says(verdict),
    ...(verdict.outcome === 'not-tested' ? { why: verdict.why } : {}),
    findings:
      verdict.outcome === 'failed'
        ? verdict.findings.map(({ message, where }) => ({
            message,
            where: 'bytes' in where ? { ...where, bytes: [...where.bytes] } : where,
          }))
        : [],
    findingsTotal: verdict.outcome === 'failed' ? verdict.total : 0,
  };
};

/**
 * Makes all checks of a run; those that need late evidence when the others are made.
 * @param onResult gets each as it is there
 * @returns results in the order of the checks
 */
export const judgeChecks = async (
  run: Run,
  onResult: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> => {
  const results = new Map<Check, CheckResult>();
  const judgeAll = async (checks: readonly Check[]): Promise<void> => {
    await Promise.all(
      checks.map(async (check) => {
        const result = resultOf(check, await judgeSafely(check, run));
        results.set(check, result);
        onResult(result);
      }),
    );
  };
  await judgeAll(run.checks.filter(({ late }) => !late));
  const late = run.checks.filter((check) => check.late);
  await run.beforeLate();
  await judgeAll(late);
  return run.checks.flatMap((check) => results.get(check) ?? []);
};
