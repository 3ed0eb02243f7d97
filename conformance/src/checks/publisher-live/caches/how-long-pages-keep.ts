import { resources } from '../../../evidence/live/resources.ts';
import { cacheDirectives } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const fullPageSeconds = '3600';
const headSeconds = '5';

/** LIVE-021: How long pages keep. */
export const howLongPagesKeep: Check = defineCheck({
  name: 'how-long-pages-keep',
  requirement: 'LIVE-021',
  title: 'Full pages keep for an hour, the head for five seconds',
  fault: 'Cache-Control of a page of the feed or of the checkpoint says something else than its age.',
  consumerLoses: 'Caches carry nothing of a walk, or hide news from those who follow.',
  whatToDo:
    'Send public, max-age=3600 with pages behind which there is more, max-age=5 with the head and the checkpoint.',
  needs: { resources },
  judge: ({ resources: asked }) =>
    judgeEach('pages and checkpoints', asked, ({ what, exchange }) => {
      if (what !== 'page' && what !== 'last-page' && what !== 'checkpoint') return undefined;
      if (exchange.answer.status !== 200) return undefined;
      const directives = cacheDirectives(exchange.answer);
      const expected = what === 'page' ? fullPageSeconds : headSeconds;
      const isRight =
        directives.get('max-age') === expected &&
        !['private', 'no-store', 'no-cache'].some((name) => directives.has(name)) &&
        (what !== 'page' || directives.has('public'));
      const says = exchange.answer.headers.get('cache-control') ?? 'nothing';
      const names = { page: 'a page behind which there is more', 'last-page': 'the page at the head' };
      return isRight
        ? []
        : [
            atHeader(
              exchange,
              'cache-control',
              `${says} on ${what === 'checkpoint' ? 'the checkpoint' : names[what]}, not max-age=${expected}`,
            ),
          ];
    }),
});
