import { laterResources, resources } from '../../../evidence/live/resources.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-009: ETags. */
export const etagsDiffer: Check = defineCheck({
  name: 'etags-differ',
  requirement: 'LIVE-009',
  title: 'Different contents have different ETags',
  fault: 'One address gives two different contents the same ETag.',
  consumerLoses: 'A reader is told that nothing changed, and keeps what is no longer so.',
  whatToDo: 'Make the ETag from everything that the content depends on: the data, the form and the coding.',
  needs: { resources, laterResources },
  judge: ({ resources: before, laterResources: after }) => {
    const answers = [...before, ...after];
    return judgeEach('answers', answers, ({ url, exchange, accept }) => {
      const { answer } = exchange;
      const tag = answer.headers.get('etag');
      if (answer.status !== 200 || tag === undefined) return undefined;
      const same = answers.find(
        (one) =>
          one.url === url &&
          one.exchange.id < exchange.id &&
          one.exchange.answer?.status === 200 &&
          one.exchange.answer.headers.get('etag') === tag &&
          !one.exchange.answer.body.equals(answer.body),
      );
      return same === undefined
        ? []
        : [
            atHeader(
              exchange,
              'etag',
              same.accept === accept
                ? `${tag} for ${url}, as before it changed`
                : `${tag} for ${url} as ${accept} and as ${same.accept}`,
            ),
          ];
    });
  },
});
