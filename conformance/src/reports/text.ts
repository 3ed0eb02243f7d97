import { styleText } from 'node:util';
import type { CheckResult, ConformanceResult, RequirementResult } from '../result/result.ts';
import type { ReportFormat } from './report-format.ts';
import { showable } from './showable.ts';
import { requestsOf } from './where-words.ts';

type Style = 'green' | 'red' | 'yellow' | 'gray' | 'bold';
type Paint = (style: Style, text: string) => string;

const findingsShownMax = 3;

/** A SHOULD that is not met is no failure of the publisher. */
const markOf = ({ outcome, level }: RequirementResult): readonly [mark: string, style: Style] => {
  switch (outcome) {
    case 'passed':
      return ['ok', 'green'];
    case 'failed':
      return level === 'MUST' ? ['FAILED', 'red'] : ['advice', 'yellow'];
    case 'inapplicable':
      return ['nothing there', 'gray'];
    default:
      return ['not tested', 'gray'];
  }
};

const placeOf = (where: CheckResult['findings'][number]['where'], result: ConformanceResult): string => {
  const exchange = result.exchanges.find(({ id }) => id === where.exchange);
  const address = exchange === undefined ? '' : `${exchange.method} ${exchange.url}`;
  if ('bytes' in where) return `${address}, bytes ${where.bytes[0]} to ${where.bytes[1]}`;
  return where.pointer === '' ? address : `${address} ${where.in === 'head' ? 'head ' : ''}${where.pointer}`;
};

const faultLines = (check: CheckResult, result: ConformanceResult, paint: Paint): readonly string[] => [
  `      ${check.fault}`,
  ...check.findings
    .slice(0, findingsShownMax)
    .flatMap(({ message, where }) => [
      `      - ${showable(message)}`,
      paint('gray', `        ${showable(placeOf(where, result))}`),
    ]),
  ...(check.findingsTotal > findingsShownMax ? [`      - and ${check.findingsTotal - findingsShownMax} more`] : []),
  `      What a consumer loses: ${check.consumerLoses}`,
  `      What to do: ${check.whatToDo}`,
];

const requirementLines = (
  requirement: RequirementResult,
  result: ConformanceResult,
  paint: Paint,
): readonly string[] => {
  const { id, level, title, outcome, says } = requirement;
  const [mark, style] = markOf(requirement);
  const head = `  ${paint(style, mark.padEnd(13))} ${id} ${level.padEnd(6)} ${title}`;
  if (outcome !== 'failed') return [`${head}${paint('gray', `  ${showable(says)}`)}`];
  const failing = result.checks.filter((check) => check.requirement === id && check.outcome === 'failed');
  return [head, ...failing.flatMap((check) => faultLines(check, result, paint))];
};

const verdictWords: Readonly<Record<ConformanceResult['verdict'], readonly [string, Style]>> = {
  conforms: ['conforms', 'green'],
  'does-not-conform': ['does not conform', 'red'],
  'not-tested': ['could not be tested', 'yellow'],
};

const countsIn = ({ requirements }: ConformanceResult): string => {
  const count = (outcome: RequirementResult['outcome'], level?: RequirementResult['level']): number =>
    requirements.filter((one) => one.outcome === outcome && (level === undefined || one.level === level)).length;
  const failed = count('failed', 'MUST');
  return [
    `${count('passed')} passed`,
    `${failed} failed`,
    `${count('failed') - failed} advice`,
    `${count('inapplicable')} had nothing to test`,
    `${count('not-tested')} not tested`,
  ].join(', ');
};

const write = (result: ConformanceResult, paint: Paint): string => {
  const classes = result.classes.map(({ class: name, claimed, verdict, says }) => {
    const [words, style] = verdictWords[verdict];
    return `  ${name}${claimed ? '' : ' (not claimed)'}: ${paint(style, words)}${verdict === 'conforms' ? '' : ` (${showable(says)})`}`;
  });
  return [
    paint('bold', result.url),
    ...result.classes.flatMap(({ class: name }) => [
      '',
      paint('bold', name),
      ...result.requirements
        .filter((requirement) => requirement.class === name)
        .flatMap((requirement) => requirementLines(requirement, result, paint)),
    ]),
    '',
    ...result.notes.map((note) => `  ${showable(note)}`),
    `  ${requestsOf(result)} requests. Seed ${result.seed}: --seed ${result.seed} repeats this run.`,
    `  ${countsIn(result)}.`,
    '',
    ...classes,
    '',
  ].join('\n');
};

/** For people: every requirement with its outcome, and what to do about those that failed. */
export const textReport: ReportFormat = {
  name: 'text',
  title: 'for people',
  write: (result, { colours }) =>
    write(result, (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text)),
};
