import { conformanceClassIri } from '@openstraat/spec';
import { isBlocking } from '../result/judge-requirements.ts';
import type { CheckResult, ConformanceResult, RequirementResult } from '../result/result.ts';
import type { ReportFormat } from './report-format.ts';
import { findingLine } from './where-words.ts';

/** Stands in the report itself: nobody has to fetch anything to read it. */
const context = {
  earl: 'http://www.w3.org/ns/earl#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  title: 'dcterms:title',
  description: 'dcterms:description',
  date: { '@id': 'dcterms:date', '@type': 'xsd:dateTime' },
  hasVersion: 'dcterms:hasVersion',
  isPartOf: { '@id': 'dcterms:isPartOf', '@type': '@id' },
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  result: 'earl:result',
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  info: 'earl:info',
} as const;

/** EARL tells what nobody tried from what was tried and could not be told. */
const outcomeOf = (judged: Pick<CheckResult, 'outcome' | 'why'>): string => {
  if (judged.outcome !== 'not-tested') return `earl:${judged.outcome}`;
  return isBlocking(judged) && judged.why !== 'no-check' ? 'earl:cantTell' : 'earl:untested';
};

const requirementIri = (id: string): string => conformanceClassIri(id);
const assertorId = '#suite';

const requirementNodes = (
  { id, title, text, class: name, ...judged }: RequirementResult,
  result: ConformanceResult,
) => [
  {
    id: requirementIri(id),
    type: 'earl:TestRequirement',
    title: `${id} ${title}`,
    description: text,
    isPartOf: conformanceClassIri(name),
  },
  {
    id: `#assertion-${id}`,
    type: 'earl:Assertion',
    assertedBy: assertorId,
    subject: result.url,
    test: requirementIri(id),
    mode: 'earl:automatic',
    result: { type: 'earl:TestResult', outcome: outcomeOf(judged), date: result.endedAt, info: judged.says },
  },
];

const checkNodes = (check: CheckResult, result: ConformanceResult) => [
  {
    id: `#check-${check.name}`,
    type: 'earl:TestCase',
    title: check.title,
    isPartOf: requirementIri(check.requirement),
  },
  {
    id: `#assertion-${check.name}`,
    type: 'earl:Assertion',
    assertedBy: assertorId,
    subject: result.url,
    test: `#check-${check.name}`,
    mode: 'earl:automatic',
    result: {
      type: 'earl:TestResult',
      outcome: outcomeOf(check),
      date: result.endedAt,
      info: [check.says, ...check.findings.map((finding) => findingLine(finding, result))],
    },
  },
];

/** For programs that compare reports of many suites: EARL 1.0, an assertion for each requirement and each check. */
export const earlReport: ReportFormat = {
  name: 'earl',
  title: 'EARL as JSON-LD, for programs that compare reports',
  write: (result) =>
    `${JSON.stringify(
      {
        '@context': context,
        '@graph': [
          {
            id: assertorId,
            type: ['earl:Assertor', 'earl:Software'],
            title: result.suite.name,
            hasVersion: result.suite.version,
            description: `Seed ${result.seed}`,
          },
          { id: result.url, type: 'earl:TestSubject', title: result.url },
          ...result.requirements.flatMap((requirement) => requirementNodes(requirement, result)),
          ...result.checks.flatMap((check) => checkNodes(check, result)),
        ],
      },
      undefined,
      2,
    )}\n`,
};
