import { allRequirements } from '@openstraat/spec';
import { spoilers } from '../broken/spoilers/index.ts';
import type { Check } from '../checks/check.ts';
import { consumerChecks } from '../checks/consumer/index.ts';
import { allChecks } from '../checks/index.ts';
import { unobservableChecks } from '../checks/unobservable.ts';
import { brokenReaders } from '../consumer/broken/readers/index.ts';
import type { Run } from '../run/run.ts';
import { type CoveringCheck, generateCoverage } from './coverage.ts';
import { generateCertificateSchema, generateResultSchema } from './schemas.ts';

/** These checks look at nothing: their reason is the same in every run. */
const reasonOf = async (check: Check): Promise<string> => {
  const verdict = await check.judge({} as Run);
  if (verdict.outcome !== 'not-tested') throw new TypeError(`${check.name} is listed as out of sight, and is not`);
  return verdict.reason;
};

const coveringChecks = async (): Promise<readonly CoveringCheck[]> => {
  const reasons = new Map<string, string>();
  for (const check of unobservableChecks) reasons.set(check.name, await reasonOf(check));
  const listed = [...allChecks, ...consumerChecks];
  const others = unobservableChecks.filter(({ name }) => !listed.some((check) => check.name === name));
  return [...listed, ...others].map(({ name, requirement }) => ({ name, requirement, outOfSight: reasons.get(name) }));
};

/** Every generated file of the package, by its path in it. */
export const generateAll = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    [
      'generated/coverage.md',
      generateCoverage(allRequirements, await coveringChecks(), [...spoilers, ...brokenReaders]),
    ],
    ['generated/result-schema.json', generateResultSchema()],
    ['generated/certificate-schema.json', generateCertificateSchema()],
  ]);
