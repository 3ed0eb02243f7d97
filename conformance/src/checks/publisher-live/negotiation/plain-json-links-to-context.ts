import { contextPath } from '@openstraat/spec';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { resources } from '../../../evidence/live/resources.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const relation = 'http://www.w3.org/ns/json-ld#context';

/** LIVE-007: Plain JSON links to its context. */
export const plainJsonLinksToContext: Check = defineCheck({
  name: 'plain-json-links-to-context',
  requirement: 'LIVE-007',
  title: 'Plain JSON links to its context',
  fault: 'A page of the feed as application/json carries @context, or does not link to it in its head.',
  consumerLoses:
    'Readers of RDF can make nothing of the plain form; strict readers of RPDE meet a member they do not know.',
  whatToDo: 'Leave @context off the page as application/json, and send the Link header of JSON-LD 1.1, section 6.1.',
  needs: { publisher, resources },
  judge: ({ publisher: { origin }, resources: asked }) =>
    judgeEach('pages as application/json', asked, ({ what, accept, exchange }) => {
      if (!what.endsWith('page') || accept !== 'application/json') return undefined;
      if (exchange.answer.status !== 200 || mediaTypeOf(exchange.answer) !== accept) return undefined;
      const reading = readObject(exchange);
      if (!reading.ok) return undefined;
      const links = (exchange.answer.headers.get('link') ?? '').split(/,\s*(?=<)/);
      const isLinked = links.some(
        (link) =>
          link.startsWith(`<${origin}${contextPath}>`) &&
          link.includes(`rel="${relation}"`) &&
          link.includes('type="application/ld+json"'),
      );
      return [
        ...(Object.hasOwn(reading.value.json, '@context')
          ? [atPointer(exchange, '/@context', 'the page carries @context')]
          : []),
        ...(isLinked ? [] : [atHeader(exchange, 'link', `no link to ${origin}${contextPath} with rel="${relation}"`)]),
      ];
    }),
});
