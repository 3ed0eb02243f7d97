import { askerComparisons, sameAnswer } from '../../../evidence/askers.ts';
import type { AnsweredExchange } from '../../../fetching/exchange.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';

/** Trouble, or a limit on how often one may ask: it comes and goes, whoever asks. */
const isTrouble = ({ answer: { status } }: AnsweredExchange): boolean => status === 429 || status >= 500;

/** PUB-004: The same for everyone. Readers at other addresses can't be played from one place. */
export const sameForAll: Check = defineCheck({
  name: 'same-for-all',
  requirement: 'PUB-004',
  title: 'The same for everyone',
  fault: 'An address answers a browser, a search engine or somebody with a cookie otherwise than the suite.',
  consumerLoses: 'Nobody can check what others are told: prices may differ by who asks.',
  whatToDo: 'Choose representations by Accept and Accept-Language alone; not by User-Agent, Referer or cookies.',
  needs: { askerComparisons },
  judge: ({ askerComparisons: comparisons }) => {
    const answered = comparisons
      .filter(({ own }) => !isTrouble(own))
      .map(({ others, ...comparison }) => ({
        ...comparison,
        others: others.filter(({ exchange }) => !isTrouble(exchange)),
      }))
      .filter(({ others }) => others.length > 0);
    const steady = answered.filter(({ isSteady }) => isSteady);
    if (steady.length === 0)
      return answered.length === 0
        ? notTested('not-answered', 'nothing was answered to several readers')
        : notTested('out-of-sight', 'every address changed while it was asked');
    const findings = new FindingsCollector();
    for (const { own, others } of steady)
      for (const { who, exchange } of others) {
        if (sameAnswer(own, exchange)) continue;
        const { status, body } = exchange.answer;
        findings.add(
          status === own.answer.status
            ? atBytes(exchange, 0, body.length, `${own.url} says something else to ${who}`)
            : atStatus(exchange, `${own.url} answers ${status} to ${who}, and ${own.answer.status} to the suite`),
        );
      }
    return findings.verdict(`${steady.length} addresses, asked by up to three readers each`);
  },
});
