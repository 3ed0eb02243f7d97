import { checkThing, type Kind, type Thing, type ThingData } from '@openstraat/spec';
import { type Issue, issueReporter } from '../model/issue.ts';
import { validateIssues } from './issue-codes.ts';
import { type Finding, rules } from './rules.ts';

const report = issueReporter(validateIssues);

const valueAt = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      data,
    );

const noFindings: readonly Finding[] = [];
const noIssues: readonly Issue[] = [];

const findingsOf = <K extends Kind>(kind: K, thing: ThingData[K], nowMs: number): readonly Finding[] => {
  let findings = noFindings;
  for (const rule of rules[kind]) {
    const finding = rule(thing, nowMs);
    if (finding !== undefined) findings = [...findings, finding];
  }
  return findings;
};

/**
 * Checks a thing against its model and the rules of its kind.
 * @param nowMs the present time, in milliseconds since 1970
 * @returns all issues at once; the rules are asked only where the model is content
 */
export const validateThing = (
  kind: Kind,
  data: Readonly<Record<string, unknown>>,
  line: number,
  nowMs: number,
): readonly Issue[] => {
  const flaws = checkThing(kind, data);
  if (flaws.length > 0)
    return flaws.map(({ path, code, message }) => {
      const value = valueAt(data, path);
      const missing = code === 'property-missing' || code === 'property-needs-other' || code === 'properties-any-of';
      return report(missing ? 'value-missing' : 'value-invalid', { line, field: path, value }, message);
    });
  const findings = findingsOf(kind, data as ThingData[Kind] & Thing, nowMs);
  return findings.length === 0
    ? noIssues
    : findings.map(({ code, field, value }) => report(code, { line, field, value }));
};
