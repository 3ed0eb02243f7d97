import type { CheckResult, ConformanceResult } from '../../result/result.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { exchangeOf, placeWords } from '../where-words.ts';

type ExchangeOfResult = ConformanceResult['exchanges'][number];

const headerLines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** Request and answer as they went over the wire, as far as the recording has them. */
const exchangeText = (exchange: ExchangeOfResult): string => {
  const { method, url, requestHeaders, requestBody, received, redirects, response, unreachable } = exchange;
  return [
    ...(received === true ? ['sent to the suite:'] : []),
    `${method} ${url}`,
    ...headerLines(requestHeaders),
    '',
    ...(requestBody === undefined ? [] : [requestBody, '']),
    ...redirects.map((address) => `redirected to ${address}`),
    ...(unreachable === undefined ? [] : [`no answer: ${unreachable.words}`]),
    ...(response === undefined
      ? []
      : [
          String(response.status),
          ...headerLines(response.headers),
          '',
          response.excerpt,
          ...(response.bytes > Buffer.byteLength(response.excerpt) ? [`… ${response.bytes} bytes in all`] : []),
          `SHA-256 of the body: ${response.sha256}`,
        ]),
  ].join('\n');
};

/** One finding: what is wrong, where, and the request and answer that show it. */
export const findingMarkup = (finding: CheckResult['findings'][number], result: ConformanceResult): string => {
  const exchange = exchangeOf(finding, result);
  const place = placeWords(finding);
  return [
    `<li>${escapeMarkup(finding.message)}${place === '' ? '' : ` <code>${escapeMarkup(place)}</code>`}`,
    ...(exchange === undefined
      ? []
      : [
          `<details><summary>${escapeMarkup(`${exchange.method} ${exchange.url}`)}</summary>`,
          // Without the line break after it, a parser would eat one of the text's own.
          `<pre>\n${escapeMarkup(exchangeText(exchange))}</pre></details>`,
        ]),
    '</li>',
  ].join('\n');
};
