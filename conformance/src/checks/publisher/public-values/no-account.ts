import { requiredAnswers } from '../../../evidence/required-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { notTested } from '../../verdict.ts';

const refusals: Readonly<Record<number, string>> = {
  401: 'asks for an account',
  402: 'asks for payment',
  403: 'is forbidden',
  407: 'asks for an account',
  451: 'is withheld',
};

/** PUB-003: No account, no key. */
export const noAccount: Check = defineCheck({
  name: 'no-account',
  requirement: 'PUB-003',
  title: 'No account, no key',
  fault: 'Something public is refused to readers without account, key or payment.',
  consumerLoses: 'Whoever can read the data is chosen by somebody.',
  whatToDo: 'Take the gate away, also in front of the server, from everything that the class publisher names.',
  needs: { requiredAnswers },
  judge: ({ requiredAnswers: read }) => {
    const findings = new FindingsCollector();
    for (const { id, url, response } of read) {
      const words = refusals[response?.status ?? 0];
      if (words !== undefined) findings.add(atStatus({ id }, `${url} ${words} (${response?.status})`));
    }
    return findings.verdict(
      read.length > 0 ? `${read.length} answers` : notTested('not-answered', 'nothing was answered'),
    );
  },
});
