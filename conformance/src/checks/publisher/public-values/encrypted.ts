import { descriptionAnswer } from '../../../evidence/description-answer.ts';
import { testedUrl } from '../../../evidence/tested-url.ts';
import { isPrivateUrl } from '../../../fetching/private-url.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { failed, inapplicable, passed, unanswered } from '../../verdict.ts';

/** PUB-006: Encrypted transport. */
export const encrypted: Check = defineCheck({
  name: 'encrypted',
  requirement: 'PUB-006',
  title: 'Encrypted transport',
  fault: 'The publisher answers over plain http, and does not lead to https.',
  consumerLoses: 'Anybody on the way can read what people look at, and change prices.',
  whatToDo: 'Get a certificate, redirect http to https, and state the https origin: ids carry it for good.',
  needs: { testedUrl, descriptionAnswer },
  judge: ({ testedUrl: tested, descriptionAnswer: exchange }) => {
    if (isPrivateUrl(tested)) return inapplicable('it is not on the public internet');
    if (exchange.answer === undefined) return unanswered(exchange);
    const { url } = exchange.answer;
    return url.startsWith('https:') ? passed(url) : failed([atStatus(exchange, `${url} answers over plain http`)]);
  },
});
