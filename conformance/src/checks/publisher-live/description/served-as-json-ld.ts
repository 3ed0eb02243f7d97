import { resources } from '../../../evidence/live/resources.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-027: The context is JSON-LD. */
export const servedAsJsonLd: Check = defineCheck({
  name: 'served-as-json-ld',
  requirement: 'LIVE-027',
  title: 'Context and description are served as JSON-LD',
  fault: 'The context or the description has another media type than application/ld+json.',
  consumerLoses: 'JSON-LD processors refuse a context of another type.',
  whatToDo: 'Send Content-Type: application/ld+json with both.',
  needs: { resources },
  judge: ({ resources: asked }) =>
    judgeEach('answers', asked, ({ what, exchange }) => {
      if (what !== 'context' && what !== 'description') return undefined;
      const type = mediaTypeOf(exchange.answer);
      if (exchange.answer.status !== 200) return undefined;
      return type === 'application/ld+json'
        ? []
        : [atHeader(exchange, 'content-type', `the ${what} as ${type || 'nothing'} instead of application/ld+json`)];
    }),
});
