import { isAnswerTo, repeatedFollow } from '../../../evidence/federation/following.ts';
import { deliveries } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived, atStatus } from '../../finding.ts';
import { failed, inapplicable, passed, unanswered } from '../../verdict.ts';

/** FED-030: Once is enough. */
export const takenOnce: Check = defineCheck({
  name: 'taken-once',
  requirement: 'FED-030',
  title: 'What comes twice counts once',
  fault: 'An activity that came twice is refused the second time, or answered twice.',
  consumerLoses: 'Servers send again what they are not sure of: followers are counted twice, and posts appear twice.',
  whatToDo: 'Remember the ids of what was taken, answer 202, and do nothing.',
  needs: { repeatedFollow, deliveries },
  judge({ repeatedFollow: { exchange, followed }, deliveries: { all } }) {
    const first = followed.exchange.answer?.status;
    if (exchange.answer === undefined) return unanswered(exchange);
    if (first === undefined || first >= 300) return inapplicable('the first time it was not taken either');
    if (exchange.answer.status !== 202)
      return failed([atStatus(exchange, `status ${exchange.answer.status} for a Follow that was taken before`)]);
    const answers = new Map(
      all
        .filter((delivery) => isAnswerTo(delivery, followed.activity))
        // The same Accept may well come twice: who sends it was not sure either.
        .map((delivery) => [delivery.activity?.['id'] ?? delivery.id, delivery]),
    );
    const [, second] = answers.values();
    return second === undefined
      ? passed('a Follow that came twice')
      : failed([atReceived(second, '/requestBody', `${answers.size} Accepts with ids of their own for one Follow`)]);
  },
});
