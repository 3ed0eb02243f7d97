import { jsonPointer, pointerOfPath } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-007: next leads on. */
export const nextLeadsOn: Check = definePageCheck({
  name: 'next-leads-on',
  requirement: 'FEED-007',
  title: 'next leads on',
  fault: "next is no absolute address of the feed's origin, leads nowhere, or back to where the walk was before.",
  consumerLoses: 'A reader stops there: it misses the rest of the feed.',
  whatToDo: 'Give every page a next that leads to the entries above its last one.',
  watch() {
    const findings = new FindingsCollector();
    return {
      see({ exchange, faults }) {
        for (const { path } of faults.filter(({ requirement }) => requirement === 'FEED-007'))
          findings.add(atPointer(exchange, pointerOfPath(path), 'next is not an absolute address of this origin'));
      },
      verdict({ end, pages, lastOfChain }) {
        const last = lastOfChain === undefined ? undefined : { id: lastOfChain.exchange };
        // A next that is no text at all is for FEED-001, and one of another origin was found above.
        if (end.how === 'no-next' && end.words.includes('back') && last !== undefined)
          findings.add(atPointer(last, jsonPointer('next'), end.words));
        if (end.how === 'not-a-page' && end.code === 'status' && last !== undefined)
          findings.add(
            atPointer(last, jsonPointer('next'), `next leads to ${end.exchange.url}, which answers ${end.words}`),
          );
        return findings.verdict(`${pages.length} pages`);
      },
    };
  },
});
