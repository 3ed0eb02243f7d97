import { resources } from '../../../evidence/live/resources.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-010: Not modified. */
export const notModified: Check = defineCheck({
  name: 'not-modified',
  requirement: 'LIVE-010',
  title: 'What is held already gets 304',
  fault: 'A request with the current ETag in If-None-Match does not get 304, or gets a body with it.',
  consumerLoses: 'Polling costs the whole content each time.',
  whatToDo: 'Compare If-None-Match with the current ETag, and answer 304 without a body.',
  needs: { resources },
  judge: ({ resources: asked }) => {
    const all = asked.flatMap(({ url, exchange, head, conditional }) =>
      conditional === undefined ? [] : [{ url, exchange: conditional, first: exchange, head }],
    );
    return judgeEach('conditional requests', all, ({ url, exchange, first }) => {
      const { status, body, headers } = exchange.answer;
      // It changed between the two requests.
      if (status === 200 && headers.get('etag') !== first.answer?.headers.get('etag')) return undefined;
      if (status !== 304) return [atStatus(exchange, `status ${status} instead of 304 for the current ETag of ${url}`)];
      return body.length === 0 ? [] : [atBytes(exchange, 0, body.length, 'a 304 with a body')];
    });
  },
});
