import { contextPath } from '@openstraat/spec';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-002: Pages carry their context. */
export const pageContext: Check = definePageCheck({
  name: 'page-context',
  requirement: 'FEED-002',
  title: 'Pages carry their context',
  fault: 'A page asked for as application/ld+json does not carry the context of its own origin.',
  consumerLoses: 'Readers of RDF get nothing from the page, or must fetch from elsewhere what it means.',
  whatToDo:
    'Put "@context": "<origin>/context/v1.jsonld" into the page when JSON-LD is asked for; static pages always carry it.',
  watch({ origin }) {
    const findings = new FindingsCollector();
    return {
      see({ exchange, json }) {
        const context = json['@context'];
        if (context !== origin + contextPath)
          findings.add(
            atPointer(
              exchange,
              jsonPointer('@context'),
              `@context is ${shown(context)} instead of ${origin}${contextPath}`,
            ),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
