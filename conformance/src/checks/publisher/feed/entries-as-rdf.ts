import { rdfPages } from '../../../evidence/rdf-pages.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';
import { entryQuadFaults } from './entry-quad-faults.ts';

/** FEED-025: Entries as RDF. */
export const entriesAsRdf: Check = defineCheck({
  name: 'entries-as-rdf',
  requirement: 'FEED-025',
  title: 'Entries as RDF',
  fault: 'What a JSON-LD processor makes of a page is not what its entries say.',
  consumerLoses: 'Readers of RDF get other states, times or positions than readers of JSON, or none.',
  whatToDo: 'Serve the context of the spec unchanged, and put no members with a colon or @ into entries.',
  needs: { rdfPages },
  judge: ({ rdfPages: pages }) => {
    const findings = pages.flatMap(({ exchange, page, quads }) => {
      if ('refused' in quads)
        return [
          atBytes(exchange, 0, exchange.answer.body.length, `a JSON-LD processor refuses the page: ${quads.refused}`),
        ];
      return entryQuadFaults(page, quads).map(({ at, message }) =>
        atPointer(exchange, jsonPointer('items', at), message),
      );
    });
    const entries = pages.reduce((sum, { page }) => sum + page.entries.length, 0);
    return failedIfAny(findings, `${entries} entries on ${pages.length} pages`);
  },
});
