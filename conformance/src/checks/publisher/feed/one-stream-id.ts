import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-003: One id for the whole feed. */
export const oneStreamId: Check = definePageCheck({
  name: 'one-stream-id',
  requirement: 'FEED-003',
  title: 'One id for the whole feed',
  fault: 'The id of a page is not the address of the feed with the fragment stream, or differs from page to page.',
  consumerLoses: 'Readers take the pages for several feeds, and begin again and again.',
  whatToDo: 'Write the same id on every page: the address of the feed and #stream.',
  watch({ origin }) {
    const findings = new FindingsCollector();
    let first: unknown;
    return {
      see({ exchange, json: { id } }) {
        // That there is none at all is for FEED-001.
        if (typeof id !== 'string') return;
        first ??= id;
        if (!id.endsWith('#stream') || !id.startsWith(`${origin}/`))
          findings.add(
            atPointer(exchange, jsonPointer('id'), `id is ${shown(id)} instead of the feed's address and #stream`),
          );
        else if (id !== first)
          findings.add(
            atPointer(exchange, jsonPointer('id'), `id is ${shown(id)}, and on the first page ${shown(first)}`),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
