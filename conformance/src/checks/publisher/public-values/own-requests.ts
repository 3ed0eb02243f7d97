import { pageParts } from '../../../evidence/page-parts.ts';
import { publicPages } from '../../../evidence/public-pages.ts';
import { publisher } from '../../../evidence/publisher.ts';
import type { AnsweredExchange } from '../../../fetching/exchange.ts';
import { fetchingRelations, pageRequests, scriptRequests } from '../../../html/page-requests.ts';
import { styleRequests } from '../../../html/style-requests.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader, type Finding } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';
import { atPart } from '../documents/define-document-check.ts';

/** Headers that make a browser send something by itself, and how their addresses stand in them. */
const headerAddresses: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['link', /<([^>]*)>\s*((?:;[^,<]*)*)/g],
  ['refresh', /url\s*=\s*["']?([^"';,\s]+)/gi],
  ['report-to', /"url"\s*:\s*"([^"]*)"/g],
  ['reporting-endpoints', /=\s*"([^"]*)"/g],
  ['content-security-policy', /\breport-uri\s+([^\s;]+)/gi],
];

type IsForeign = (address: string, base: string) => boolean;

const headerFindings = (exchange: AnsweredExchange, isForeign: IsForeign): readonly Finding[] =>
  headerAddresses.flatMap(([name, pattern]) =>
    [...(exchange.answer.headers.get(name) ?? '').matchAll(pattern)]
      // A Link that only refers to something makes nobody fetch it.
      .filter(
        ([, , parameters]) =>
          name !== 'link' || fetchingRelations.test(/rel\s*=\s*"?([^";]*)/i.exec(parameters ?? '')?.[1] ?? ''),
      )
      .filter(([, address = '']) => isForeign(address, exchange.answer.url))
      .map(([, address = '']) => atHeader(exchange, name, `${name} makes browsers ask ${address}`)),
  );

/** PUB-001: No third-party requests. */
export const ownRequests: Check = defineCheck({
  name: 'own-requests',
  requirement: 'PUB-001',
  title: 'No third-party requests',
  fault: 'A page makes browsers request something from another origin.',
  consumerLoses: 'A stranger learns who looks at which shop, without being asked.',
  whatToDo: 'Copy scripts, styles, fonts and pictures to your own origin, or link to them.',
  needs: { publicPages, pageParts, publisher },
  judge: ({ publicPages: pages, pageParts: parts, publisher: { origin } }) => {
    if (pages.length === 0) return notTested('evidence-missing', 'no page could be read');
    const findings = new FindingsCollector();
    const own = new Set([origin, ...pages.map(({ exchange }) => new URL(exchange.answer.url).origin)]);
    const isForeign: IsForeign = (address, base) => {
      const url = URL.parse(address, base);
      return url !== null && /^(?:https?|wss?):$/.test(url.protocol) && !own.has(url.origin.replace(/^ws/, 'http'));
    };
    for (const page of pages) {
      for (const { address, by, at } of pageRequests(page))
        if (isForeign(address, page.base))
          findings.add(atPart(page, at, at + 1, `${page.exchange.url}: ${by} requests ${address}`));
      for (const finding of headerFindings(page.exchange, isForeign)) findings.add(finding);
    }
    for (const { type, exchange, text } of parts) {
      const addresses = type === 'style' ? styleRequests(text).map(({ address }) => address) : scriptRequests(text);
      for (const address of addresses)
        if (isForeign(address, exchange.answer.url))
          findings.add(atBytes(exchange, 0, exchange.answer.body.length, `${exchange.url} requests ${address}`));
    }
    return findings.verdict(
      `${pages.length} pages, ${parts.length} styles and scripts; what scripts make up while they run is not seen`,
    );
  },
});
