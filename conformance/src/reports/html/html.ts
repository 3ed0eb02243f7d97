import { hash } from 'node:crypto';
import type { ConformanceResult } from '../../result/result.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { ReportFormat } from '../report-format.ts';
import { markOf, markWords, requirementMarkup } from './requirement-markup.ts';
import { type Filter, filterId, stylesheet } from './stylesheet.ts';
import { requestsOf } from '../where-words.ts';

const verdictWords: Readonly<Record<ConformanceResult['verdict'], readonly [words: string, mark: string]>> = {
  conforms: ['conforms', 'passed'],
  'does-not-conform': ['does not conform', 'failed'],
  'not-tested': ['could not be tested', 'not-tested'],
};

const verdictMarkup = (verdict: ConformanceResult['verdict']): string => {
  const [words, mark] = verdictWords[verdict];
  return `<span class="mark ${mark}">${words}</span>`;
};

const boxes = (filter: Filter, legend: string, values: readonly (readonly [value: string, label: string])[]): string =>
  [
    `<fieldset><legend>${legend}</legend>`,
    ...values.map(
      ([value, label]) =>
        `<label><input type="checkbox" id="${filterId(filter, value)}" checked> ${escapeMarkup(label)}</label>`,
    ),
    '</fieldset>',
  ].join('\n');

const classRows = ({ classes }: ConformanceResult): readonly string[] =>
  classes.map(
    ({ class: name, claimed, verdict, says }) =>
      `<tr><th scope="row">${escapeMarkup(name)}</th><td>${claimed ? 'claimed' : 'not claimed'}</td><td>${verdictMarkup(verdict)}</td><td>${escapeMarkup(says)}</td></tr>`,
  );

const page = (result: ConformanceResult): string => {
  const outcomes = Object.entries(markWords).map(([mark, words]) => {
    const count = result.requirements.filter((requirement) => markOf(requirement) === mark).length;
    return [mark, `${words} (${count})`] as const;
  });
  const classes = result.classes.map(({ class: name }) => [name, name] as const);
  const style = stylesheet([
    ...outcomes.map(([mark]) => ['outcome', mark] as const),
    ...classes.map(([name]) => ['class', name] as const),
  ]);
  const address = escapeMarkup(result.url);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Whatever a publisher's answers hold, the page that shows them runs nothing and fetches nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'">`,
    `<title>Conformance of ${address}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>Conformance of ${address}</h1>`,
    `<p>${verdictMarkup(result.verdict)}</p>`,
    '<table><thead><tr><th scope="col">class</th><th scope="col">claim</th><th scope="col">verdict</th><th scope="col">why</th></tr></thead><tbody>',
    ...classRows(result),
    '</tbody></table>',
    `<p class="quiet">${escapeMarkup(`Tested from ${result.startedAt} to ${result.endedAt} by ${result.suite.name} ${result.suite.version} with ${requestsOf(result)} requests, ${result.full ? 'with --full' : 'without --full'}. The seed ${result.seed} repeats this run.`)}</p>`,
    ...(result.notes.length === 0
      ? []
      : ['<h2>What was seen</h2>', '<ul>', ...result.notes.map((note) => `<li>${escapeMarkup(note)}</li>`), '</ul>']),
    '<h2>Requirements</h2>',
    boxes('outcome', 'Show what', outcomes),
    boxes('class', 'Show of', classes),
    ...result.requirements.map((requirement) => requirementMarkup(requirement, result)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

/** One page with everything in it, for a browser: nothing is fetched, and nothing is run. */
export const htmlReport: ReportFormat = {
  name: 'html',
  title: 'one page for a browser, with the request and answer of each finding',
  write: page,
};
