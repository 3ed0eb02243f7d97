import { readObject } from '../../../evidence/json-object-answer.ts';
import { rpdeWalk } from '../../../evidence/live/rpde-walk.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer, atStatus } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable, notTested, unanswered } from '../../verdict.ts';
import { rpdePageFaults } from './rpde-page-faults.ts';

const types: readonly string[] = ['application/json', 'application/vnd.openactive.rpde+json'];

/** LIVE-025: The RPDE gate. */
export const rpdeGate: Check = defineCheck({
  name: 'rpde-gate',
  requirement: 'LIVE-025',
  title: 'The feed is one of RPDE 1.0',
  fault: 'A page as application/json is not what RPDE 1.0 says, or the walk does not end as it says.',
  consumerLoses: 'Readers that know nothing but RPDE can not read the feed.',
  whatToDo:
    'Keep to RPDE 1.0: state, kind, id, modified and data in order, and an empty last page whose next is itself.',
  needs: { rpdeWalk },
  judge: ({ rpdeWalk: { pages, notAPage } }) => {
    const findings = new FindingsCollector();
    for (const exchange of pages) {
      if (!types.includes(mediaTypeOf(exchange.answer)))
        findings.add(atHeader(exchange, 'content-type', `${mediaTypeOf(exchange.answer)} for application/json`));
      const reading = readObject(exchange);
      if (!reading.ok) continue;
      for (const { pointer, message } of rpdePageFaults(reading.value.json, exchange.url))
        findings.add(atPointer(exchange, pointer, message));
    }
    if (notAPage !== undefined) {
      if (notAPage.answer === undefined) return findings.verdict(unanswered(notAPage));
      if (notAPage.answer.status !== 200) findings.add(atStatus(notAPage, `status ${notAPage.answer.status}`));
      else return findings.verdict(notTested('evidence-missing', `${notAPage.url} is no JSON object`));
    }
    return findings.verdict(pages.length === 0 ? inapplicable('no page was read') : `${pages.length} pages`);
  },
});
