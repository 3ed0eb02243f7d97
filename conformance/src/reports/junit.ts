import { isBlocking } from '../result/judge-requirements.ts';
import type { CheckResult, ConformanceResult, RequirementResult } from '../result/result.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ReportFormat } from './report-format.ts';
import { findingLine } from './where-words.ts';

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');

const faultText = (check: CheckResult, result: ConformanceResult): string =>
  [
    check.fault,
    ...check.findings.map((finding) => `- ${findingLine(finding, result)}`),
    ...(check.findingsTotal > check.findings.length ? [`- ${check.findingsTotal} in all`] : []),
    `What a consumer loses: ${check.consumerLoses}`,
    `What to do: ${check.whatToDo}`,
  ].join('\n');

/** What stands in the test case. JUnit knows no advice: a SHOULD that is not met fails no build, and is told as skipped. */
const outcomeElement = (requirement: RequirementResult, result: ConformanceResult): string => {
  const { id, level, outcome, says } = requirement;
  switch (outcome) {
    case 'passed':
      return '';
    case 'failed': {
      const failing = result.checks.filter((check) => check.requirement === id && check.outcome === 'failed');
      const text = escapeMarkup(failing.map((check) => faultText(check, result)).join('\n\n'));
      return level === 'MUST'
        ? `<failure${attributes({ type: id, message: says })}>${text}</failure>`
        : `<skipped${attributes({ message: `advice: ${says}` })}/><system-out>${text}</system-out>`;
    }
    case 'inapplicable':
      return `<skipped${attributes({ message: `nothing there to test: ${says}` })}/>`;
    default:
      return isBlocking(requirement) && level === 'MUST'
        ? `<error${attributes({ type: requirement.why ?? 'not-tested', message: says })}/>`
        : `<skipped${attributes({ message: `not tested: ${says}` })}/>`;
  }
};

const suiteElement = (name: string, result: ConformanceResult): string => {
  const cases = result.requirements
    .filter((requirement) => requirement.class === name)
    .map((requirement) => ({ requirement, inside: outcomeElement(requirement, result) }));
  const count = (element: string): number => cases.filter(({ inside }) => inside.startsWith(`<${element}`)).length;
  return [
    `  <testsuite${attributes({
      name: `${name} ${result.url}`,
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      timestamp: result.startedAt,
    })}>`,
    ...cases.map(
      ({ requirement: { id, level, title }, inside }) =>
        `    <testcase${attributes({ classname: `openstraat.${name}`, name: `${id} ${level} ${title}` })}>${inside}</testcase>`,
    ),
    '  </testsuite>',
  ].join('\n');
};

/** For build servers: a suite for each class, a case for each requirement. */
export const junitReport: ReportFormat = {
  name: 'junit',
  title: 'JUnit XML, for build servers',
  write: (result) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: `${result.suite.name} ${result.suite.version}` })}>`,
      ...result.classes.map(({ class: name }) => suiteElement(name, result)),
      '</testsuites>',
      '',
    ].join('\n'),
};
