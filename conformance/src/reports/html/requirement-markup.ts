import type { CheckResult, ConformanceResult, RequirementResult } from '../../result/result.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { findingMarkup } from './finding-markup.ts';

/** A SHOULD that is not met is advice, no failure. */
export const markOf = ({
  outcome,
  level,
}: RequirementResult): 'passed' | 'failed' | 'advice' | 'inapplicable' | 'not-tested' =>
  outcome === 'failed' && level !== 'MUST' ? 'advice' : outcome;

/** What each mark is called for people, in the order in which they ask for it. */
export const markWords: Readonly<Record<ReturnType<typeof markOf>, string>> = {
  failed: 'failed',
  advice: 'advice',
  'not-tested': 'not tested',
  inapplicable: 'nothing there to test',
  passed: 'passed',
};

const checkMarkup = (check: CheckResult, result: ConformanceResult): string =>
  [
    `<p>${escapeMarkup(check.fault)}</p>`,
    '<ul>',
    ...check.findings.map((finding) => findingMarkup(finding, result)),
    ...(check.findingsTotal > check.findings.length ? [`<li>${check.findingsTotal} in all</li>`] : []),
    '</ul>',
    `<p><strong>What a consumer loses:</strong> ${escapeMarkup(check.consumerLoses)}</p>`,
    `<p><strong>What to do:</strong> ${escapeMarkup(check.whatToDo)}</p>`,
  ].join('\n');

/** One requirement with its outcome, and what is wrong where something is. */
export const requirementMarkup = (requirement: RequirementResult, result: ConformanceResult): string => {
  const { id, class: name, level, title, text, says, outcome } = requirement;
  const mark = markOf(requirement);
  const failing = result.checks.filter((check) => check.requirement === id && check.outcome === 'failed');
  return [
    `<article class="requirement" id="${escapeMarkup(id)}" data-class="${escapeMarkup(name)}" data-outcome="${mark}">`,
    `<h3><span class="mark ${mark}">${markWords[mark]}</span> <a href="#${escapeMarkup(id)}">${escapeMarkup(id)}</a> ${level} ${escapeMarkup(title)}</h3>`,
    `<p class="quiet">${escapeMarkup(text)}</p>`,
    ...(outcome === 'failed' ? failing.map((check) => checkMarkup(check, result)) : [`<p>${escapeMarkup(says)}</p>`]),
    '</article>',
  ].join('\n');
};
