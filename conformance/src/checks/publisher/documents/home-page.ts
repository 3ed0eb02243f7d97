import { description } from '../../../evidence/description.ts';
import { frontPage } from '../../../evidence/front-page.ts';
import { walk } from '../../../evidence/walk.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus, type Finding } from '../../finding.ts';
import { failed, failedIfAny, notTested, unanswered } from '../../verdict.ts';
import { textsOf } from '../../things/texts-of.ts';
import { atPage } from './define-document-check.ts';

const comparable = (address: string): string => address.replace(/\/$/, '');

/** DOC-008: There is a home page. */
export const homePage: Check = defineCheck({
  name: 'home-page',
  requirement: 'DOC-008',
  title: 'There is a home page',
  fault: "The front page is no HTML page that names the publisher and its operator and links to the feed's licence.",
  consumerLoses: 'People who come there do not learn who speaks, and under which licence.',
  whatToDo: 'Write name and operator of the description into the page at /, and a link to the licence.',
  needs: { frontPage, description, walk },
  judge: ({ frontPage: { exchange, page }, description: { json }, walk: { licenses } }) => {
    if (exchange.answer === undefined) return unanswered(exchange);
    const { status, headers } = exchange.answer;
    if (status !== 200) return failed([atStatus(exchange, `/ answers ${status} instead of 200`)]);
    if (page === undefined)
      return /^text\/html\b/i.test(headers.get('content-type') ?? '')
        ? notTested('evidence-missing', 'the front page is more than the suite reads')
        : failed([atHeader(exchange, 'content-type', `/ answers ${headers.get('content-type') ?? 'no Content-Type'}`)]);
    const findings: Finding[] = [];
    const operator = isObject(json['operator']) ? json['operator'] : {};
    for (const [what, value] of [
      ['name', json['name']],
      ['operator', operator['name']],
    ] as const) {
      const names = textsOf(value);
      if (names.length > 0 && !names.some((name) => page.shows(name)))
        findings.push(atPage(page, `/ does not show the ${what} of the description, ${names.map(shown).join(' or ')}`));
    }
    const licences = [json['license'], ...licenses].filter((licence) => typeof licence === 'string').map(comparable);
    if (!page.links().some(({ url }) => url !== null && licences.includes(comparable(url.href))))
      findings.push(atPage(page, `/ has no link to ${licences.join(' or ') || 'a licence'}`));
    return failedIfAny(findings, 'name, operator and licence');
  },
});
