import { resources } from '../../../evidence/live/resources.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-011: HEAD. */
export const headAsGet: Check = defineCheck({
  name: 'head-as-get',
  requirement: 'LIVE-011',
  title: 'HEAD gets what GET gets',
  fault: 'HEAD gets another status, media type or ETag than GET.',
  consumerLoses: 'Who only looks whether something changed is misled.',
  whatToDo: 'Answer HEAD as GET, without the body.',
  needs: { resources },
  judge: ({ resources: asked }) => {
    const all = asked.map(({ exchange, head, conditional }) => ({ exchange: head, get: exchange, conditional }));
    return judgeEach('HEAD requests', all, ({ exchange, get, conditional }) => {
      if (get.answer === undefined) return undefined;
      const [own, other] = [exchange.answer, get.answer];
      if (own.status !== other.status)
        return [atStatus(exchange, `status ${own.status} for HEAD, ${other.status} for GET`)];
      // It changed meanwhile: then the ETag of the GET is no longer current.
      const isSteady = conditional === undefined || conditional.answer?.status !== 200;
      const [tag, otherTag] = [own.headers.get('etag'), other.headers.get('etag')];
      return [
        ...(mediaTypeOf(own) === mediaTypeOf(other)
          ? []
          : [atHeader(exchange, 'content-type', `${mediaTypeOf(own)} for HEAD, ${mediaTypeOf(other)} for GET`)]),
        ...(tag === otherTag || !isSteady
          ? []
          : [atHeader(exchange, 'etag', `${tag ?? 'no ETag'} for HEAD, ${otherTag ?? 'none'} for GET`)]),
      ];
    });
  },
});
