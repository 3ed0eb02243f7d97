import { jsonPointer, pointerOfPath } from '../../../json/json-pointer.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-023: The page as a view. */
export const pageView: Check = definePageCheck({
  name: 'page-view',
  requirement: 'FEED-023',
  title: 'The page as a view',
  fault: 'view is not the page itself, with its retention policy.',
  consumerLoses: "LDES clients can't tell which page they read, or expect older versions that are not there.",
  whatToDo: "Give view the page's own address as id, the type Node, and the retention policy of the spec.",
  watch() {
    const findings = new FindingsCollector();
    return {
      see({ exchange, json: { view }, faults }) {
        for (const { path } of faults.filter(({ requirement }) => requirement === 'FEED-023'))
          findings.add(atPointer(exchange, pointerOfPath(path), `${path} is not what the spec gives`));
        if (!isObject(view) || typeof view['id'] !== 'string') return;
        const own = [exchange.url, exchange.answer.url];
        if (!own.includes(view['id']) && !own.includes(URL.parse(view['id'])?.href ?? ''))
          findings.add(
            atPointer(
              exchange,
              jsonPointer('view', 'id'),
              `view.id is ${shown(view['id'])}, and the page's address ${exchange.url}`,
            ),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
