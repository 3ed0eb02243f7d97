import { resources } from '../../../evidence/live/resources.ts';
import { variesBy } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-003: Caches are told of negotiation. */
export const varyAccept: Check = defineCheck({
  name: 'vary-accept',
  requirement: 'LIVE-003',
  title: 'Vary: Accept on what depends on Accept',
  fault: 'An answer whose form depends on Accept, or a 304 to it, does not carry Vary: Accept.',
  consumerLoses: 'A cache between gives the page to programs, or the data to people.',
  whatToDo: 'Send Vary: Accept with every form, and with 304 too.',
  needs: { resources },
  judge: ({ resources: asked }) => {
    const all = asked
      .filter(({ negotiated }) => negotiated)
      .flatMap(({ exchange, conditional }) => [
        { exchange },
        ...(conditional === undefined ? [] : [{ exchange: conditional }]),
      ]);
    return judgeEach('negotiated answers', all, ({ exchange }) => {
      const { answer } = exchange;
      if (answer.status !== 200 && answer.status !== 304) return undefined;
      return variesBy(answer, 'accept')
        ? []
        : [atHeader(exchange, 'vary', `status ${answer.status} without Vary: Accept`)];
    });
  },
});
