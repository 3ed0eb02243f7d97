import { allRequirements, type Requirement } from '@openstraat/spec';
import type { CheckWords } from '../checks/check.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { Scenario } from './scenario.ts';
import type { Story } from './story.ts';

/** A check of a reader: what it did in one scenario is judged. */
export interface ConsumerCheck extends CheckWords {
  readonly of: Requirement;
  readonly scenario: Scenario;
  /** Pure. It is asked only when the reader asked for the feed at all. */
  readonly judge: (story: Story) => Verdict;
}

/** @throws {TypeError} when there is no such requirement */
export const defineConsumerCheck = (check: Omit<ConsumerCheck, 'of'>): ConsumerCheck => {
  const of = allRequirements.find(({ id }) => id === check.requirement);
  if (of === undefined) throw new TypeError(`no requirement is called ${check.requirement}`);
  return { ...check, of };
};
