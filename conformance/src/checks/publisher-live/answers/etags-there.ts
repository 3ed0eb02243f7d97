import { resources } from '../../../evidence/live/resources.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-009: ETags. */
export const etagsThere: Check = defineCheck({
  name: 'etags-there',
  requirement: 'LIVE-009',
  title: 'Documents, feed, checkpoint, description and context have an ETag',
  fault: 'An answer has no ETag, or none of the form that HTTP gives it.',
  consumerLoses: 'Readers fetch everything again at each visit.',
  whatToDo: 'Send an ETag in quotes, made from the content.',
  needs: { resources },
  judge: ({ resources: asked }) =>
    judgeEach('answers', asked, ({ url, exchange }) => {
      if (exchange.answer.status !== 200) return undefined;
      const tag = exchange.answer.headers.get('etag');
      return tag !== undefined && /^(W\/)?"[\u0021\u0023-\u007e\u0080-\u00ff]*"$/.test(tag)
        ? []
        : [atHeader(exchange, 'etag', `${tag ?? 'no ETag'} for ${url}`)];
    }),
});
