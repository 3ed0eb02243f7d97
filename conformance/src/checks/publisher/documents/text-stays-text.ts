import type { HtmlPage } from '../../../html/html-page.ts';
import { leafValues } from '../../things/walk-values.ts';
import type { Check } from '../../check.ts';
import { shown } from '../../../json/json-value.ts';
import type { Finding } from '../../finding.ts';
import { atPart, defineDocumentCheck } from './define-document-check.ts';

const occurrencesMax = 50;
const textCharactersMin = 4;
/** Around its first sign, so much of a text is looked for. */
const charactersAround = 40;

/** Signs that templates write in some way or other, even those that forget the others. */
const writings: Readonly<Record<string, string>> = {
  '&': '&(?:amp;|#38;|#x26;)?',
  '"': '(?:"|&quot;|&#34;|&#x22;)',
  "'": "(?:'|&apos;|&#39;|&#x27;)",
};

/** Where a text stands in a source with its `<` as they are, whatever became of its other signs. */
function* bareOccurrences(source: string, text: string): Generator<readonly [from: number, to: number]> {
  const sign = Math.max(0, text.search(/[<"']/));
  const part = text.slice(Math.max(0, sign - charactersAround), sign + charactersAround);
  const pattern = part.replaceAll(
    /./gsu,
    (letter) => writings[letter] ?? letter.replace(/[$()*+./?[\\\]^{|}]/, String.raw`\$&`),
  );
  let count = 0;
  for (const match of source.matchAll(new RegExp(pattern, 'gu'))) {
    if (count++ >= occurrencesMax) return;
    yield [match.index, match.index + match[0].length];
  }
}

/** Markup that a text became: elements that begin inside of it, or an attribute that it ended. */
const markupFindings = (page: HtmlPage, text: string): readonly Finding[] =>
  [...bareOccurrences(page.source, text)].flatMap(([from, to]) => {
    const born = page.elements.find(({ start }) => start >= from && start < to);
    if (born !== undefined) return [atPart(page, from, to, `${shown(text)} became an element ${born.name}`)];
    const around = page.elements.find(({ start, startEnd }) => start >= 0 && start < from && from < startEnd);
    return around === undefined || [...around.attributes.values()].some((value) => value.includes(text))
      ? []
      : [atPart(page, from, to, `${shown(text)} ended an attribute of the element ${around.name}`)];
  });

const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'tel:', 'mailto:']);
const dangerous: ReadonlySet<string> = new Set(['javascript:', 'vbscript:', 'data:']);

/** DOC-006: Data never becomes markup. */
export const textStaysText: Check = defineDocumentCheck({
  name: 'text-stays-text',
  requirement: 'DOC-006',
  title: 'Data never becomes markup',
  fault: 'A text from data is markup on a page, or a link made from data runs a program.',
  consumerLoses: 'Whoever writes a product name can run programs in the browsers of shoppers.',
  whatToDo:
    'Use a template language that escapes, quote attributes, and let links be http, https, tel: or mailto: only.',
  pages: 'pages with links, or of things with markup signs in their text',
  inspect({ page, thing }) {
    const texts = [...leafValues(thing.data)].map(({ value }) => value).filter((value) => typeof value === 'string');
    const withSigns = texts.filter((text) => text.length >= textCharactersMin && /[<"']/.test(text));
    const links = page.links();
    if (withSigns.length === 0 && links.length === 0) return undefined;
    const bad = links.filter(({ href, url }) => {
      if (url === null || allowed.has(url.protocol)) return false;
      const rest = href.slice(href.indexOf(':') + 1);
      return (
        dangerous.has(url.protocol) ||
        texts.some((text) => text.length >= textCharactersMin && (href === text || rest.includes(text)))
      );
    });
    return [
      ...withSigns.flatMap((text) => markupFindings(page, text)),
      ...bad.map(({ element, href }) =>
        atPart(page, element.start, element.startEnd, `the page of ${thing.id} links to ${shown(href)}`),
      ),
    ];
  },
});
