import { pageParts } from '../../../evidence/page-parts.ts';
import { publicPages } from '../../../evidence/public-pages.ts';
import { recorded } from '../../../evidence/recorded.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';
import { atPart } from '../documents/define-document-check.ts';

const setsCookie = /\bdocument\s*\.\s*cookie\s*=(?!=)|\bcookieStore\s*\.\s*set\b/;

/** PUB-002: No cookies. */
export const noCookies: Check = defineCheck({
  name: 'no-cookies',
  requirement: 'PUB-002',
  title: 'No cookies',
  fault: 'An answer sets a cookie, or a script of a page does.',
  consumerLoses: 'Readers can be followed, and have to be asked for consent.',
  whatToDo: 'Switch sessions off for everything public, also at the proxy in front.',
  needs: { recorded, publicPages, pageParts },
  judge: ({ recorded: records, publicPages: pages, pageParts: parts }) => {
    const findings = new FindingsCollector();
    const answered = records.filter(({ response }) => response !== undefined);
    for (const { id, url, response } of answered) {
      const cookie = response?.headers['set-cookie'];
      // The name will do: what a cookie says is nobody's business.
      if (cookie !== undefined)
        findings.add(atHeader({ id }, 'set-cookie', `${url} sets the cookie ${cookie.split('=')[0]}`));
    }
    for (const page of pages)
      for (const { text, start, startEnd } of page.named('script'))
        if (setsCookie.test(text))
          findings.add(atPart(page, start, startEnd, `a script on ${page.exchange.url} sets a cookie`));
    for (const { type, exchange, text } of parts)
      if (type === 'script' && setsCookie.test(text))
        findings.add(atBytes(exchange, 0, exchange.answer.body.length, `${exchange.url} sets a cookie`));
    return findings.verdict(
      answered.length > 0 ? `${answered.length} answers` : notTested('not-answered', 'nothing was answered'),
    );
  },
});
