import { resources } from '../../../evidence/live/resources.ts';
import { variesBy } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const compressedAboveBytes = 1_024;

/** LIVE-022: Compression. */
export const compression: Check = defineCheck({
  name: 'compression',
  requirement: 'LIVE-022',
  title: 'Longer answers are compressed',
  fault:
    'An answer of more than 1,024 bytes is not compressed with gzip for those who accept it, or does not say that it depends on that.',
  consumerLoses: 'A walk costs ten times the traffic; caches give compressed bytes to those who can not read them.',
  whatToDo: 'Compress with gzip where Accept-Encoding has it, and send Vary: Accept-Encoding.',
  needs: { resources },
  judge: ({ resources: asked }) =>
    judgeEach('longer answers', asked, ({ exchange }) => {
      const { answer } = exchange;
      if (answer.status !== 200 || answer.body.length <= compressedAboveBytes) return undefined;
      const coding = answer.headers.get('content-encoding') ?? 'no coding';
      return [
        ...(coding === 'gzip'
          ? []
          : [atHeader(exchange, 'content-encoding', `${coding} on ${answer.body.length} bytes, gzip was accepted`)]),
        ...(variesBy(answer, 'accept-encoding') ? [] : [atHeader(exchange, 'vary', 'no Vary: Accept-Encoding')]),
      ];
    }),
});
