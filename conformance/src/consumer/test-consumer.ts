import { allRequirements } from '@openstraat/spec';
import { notTested, type Verdict } from '../checks/verdict.ts';
import { consumerChecks } from '../checks/consumer/index.ts';
import { judgeClass, overallVerdict } from '../result/judge-class.ts';
import { judgeRequirement } from '../result/judge-requirements.ts';
import type { CheckResult, ConformanceResult } from '../result/result.ts';
import { resultOf } from '../run/judge-checks.ts';
import { suite } from '../run/suite-version.ts';
import type { ConsumerCheck } from './consumer-check.ts';
import { consumerLimits, type ConsumerLimits } from './limits.ts';
import { playScenario } from './play-scenario.ts';
import type { Scenario } from './scenario.ts';
import type { OpenStage } from './stage.ts';
import type { Story } from './story.ts';
import { writeExchanges } from './write-exchanges.ts';

/** What is tested, and where. */
export interface ConsumerTest {
  /** The reader as an address, for the report. */
  readonly url: string;
  readonly openStage: OpenStage;
  readonly limits?: Partial<ConsumerLimits> | undefined;
  readonly onProgress?: ((played: number, scenarios: number) => void) | undefined;
}

const judgeSafely = (check: ConsumerCheck, told: Story | Error): Verdict => {
  if (told instanceof Error) return notTested('suite-fault', `the scenario could not be played: ${told.message}`);
  if (told.exchanges.length === 0)
    return notTested('not-answered', `the reader never asked for the feed: ${told.visits[0]?.words ?? 'no visit'}`);
  try {
    return check.judge(told);
  } catch (error) {
    return notTested('suite-fault', `the check ${check.name} failed: ${String(error)}`);
  }
};

const renumbered = (result: CheckResult, first: number): CheckResult => ({
  ...result,
  findings: result.findings.map(({ message, where }) => ({
    message,
    where: { ...where, exchange: where.exchange + first },
  })),
});

/** Plays all scenarios, a few at the same time. */
const playAll = async (test: ConsumerTest): Promise<ReadonlyMap<Scenario, Story | Error>> => {
  const limits = { ...consumerLimits, ...test.limits };
  const scenarios = [...new Set(consumerChecks.map(({ scenario }) => scenario))];
  const stories = new Map<Scenario, Story | Error>();
  const waiting = scenarios.values();
  const work = async (): Promise<void> => {
    for (const scenario of waiting) {
      const told = await playScenario(scenario, test.openStage, limits).catch(
        (error: unknown) => new Error(String(error)),
      );
      stories.set(scenario, told);
      test.onProgress?.(stories.size, scenarios.length);
    }
  };
  await Promise.all(Array.from({ length: limits.scenariosAtOnce }, work));
  return stories;
};

/**
 * Tests a reader of feeds: it is let loose on feeds that are not always kind.
 * @returns the result, whatever happens
 */
export const testConsumer = async (test: ConsumerTest): Promise<ConformanceResult> => {
  const startedAt = new Date().toISOString();
  const stories = await playAll(test);
  // Findings name exchanges by number, and each story counts from 0.
  const exchanges: ConformanceResult['exchanges'] = [];
  const results = new Map<ConsumerCheck, CheckResult>();
  const scenarios = new Set(consumerChecks.map(({ scenario }) => scenario));
  for (const scenario of scenarios) {
    const told = stories.get(scenario) ?? new Error('it was not played');
    const first = exchanges.length;
    for (const check of consumerChecks.filter((one) => one.scenario === scenario))
      results.set(check, renumbered(resultOf(check, judgeSafely(check, told)), first));
    if (!(told instanceof Error)) exchanges.push(...writeExchanges(told, first));
  }
  const checks = consumerChecks.flatMap((check) => results.get(check) ?? []);
  const requirements = allRequirements
    .filter((requirement) => requirement.class === 'consumer')
    .map((requirement) => judgeRequirement(requirement, checks));
  const classes = [judgeClass('consumer', true, requirements)];
  return {
    type: 'ConformanceResult',
    version: 1,
    suite,
    url: test.url,
    startedAt,
    endedAt: new Date().toISOString(),
    seed: 'consumer',
    full: true,
    verdict: overallVerdict(classes),
    classes,
    requirements,
    checks,
    notes: [`The reader was let loose on ${scenarios.size} feeds.`],
    exchanges,
  };
};
