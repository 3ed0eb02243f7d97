import type { ConformanceResult } from '../result/result.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ReportFormat } from './report-format.ts';

const colours: Readonly<Record<ConformanceResult['verdict'], string>> = {
  conforms: '#18703b',
  'does-not-conform': '#b3261e',
  'not-tested': '#5c5c5c',
};
const verdictWords: Readonly<Record<ConformanceResult['verdict'], string>> = {
  conforms: 'conforms',
  'does-not-conform': 'does not conform',
  'not-tested': 'not tested',
};

const label = 'openstraat';
/** Fonts differ from machine to machine: the text is set to this width. */
const characterPixels = 6.6;
const paddingPixels = 8;
const widthOf = (text: string): number => Math.round(text.length * characterPixels) + 2 * paddingPixels;

/** What the badge says: the classes that hold, or the verdict where none does. */
const badgeWords = ({ verdict, classes }: ConformanceResult): string =>
  verdict === 'conforms' ? classes.map(({ class: name }) => name).join(' · ') : verdictWords[verdict];

const textElement = (text: string, leftPixels: number): string =>
  `<text x="${leftPixels + paddingPixels}" y="14" textLength="${widthOf(text) - 2 * paddingPixels}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(text)}</text>`;

/** A badge for a page of one's own; it says when it was made, because a badge outlives what it says. */
export const badgeReport: ReportFormat = {
  name: 'badge',
  title: 'a badge, as SVG',
  write: (result) => {
    const words = badgeWords(result);
    const day = result.endedAt.slice(0, 10);
    const [left, middle, right] = [widthOf(label), widthOf(words), widthOf(day)];
    const said = `${result.url}: ${verdictWords[result.verdict]} (${result.classes.map(({ class: name }) => name).join(', ')}), tested on ${day} by ${result.suite.name} ${result.suite.version}`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${left + middle + right}" height="20" role="img" aria-label="${escapeMarkup(said)}">`,
      `<title>${escapeMarkup(said)}</title>`,
      `<rect width="${left}" height="20" fill="#333"/>`,
      `<rect x="${left}" width="${middle}" height="20" fill="${colours[result.verdict]}"/>`,
      `<rect x="${left + middle}" width="${right}" height="20" fill="#333"/>`,
      '<g fill="#fff" font-family="Verdana,Geneva,sans-serif" font-size="11">',
      textElement(label, 0),
      textElement(words, left),
      textElement(day, left + middle),
      '</g>',
      '</svg>',
      '',
    ].join('\n');
  },
};
