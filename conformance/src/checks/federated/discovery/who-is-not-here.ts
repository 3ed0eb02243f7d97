import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** FED-012: Who is not here. */
export const whoIsNotHere: Check = defineCheck({
  name: 'who-is-not-here',
  requirement: 'FED-012',
  title: 'WebFinger says who is not here',
  fault: 'WebFinger without a resource does not get 400, or for nobody not 404.',
  consumerLoses: 'Programs take whoever is asked for to be there, or the server to be broken.',
  whatToDo: 'Answer 400 where resource is missing, and 404 for who is not here.',
  needs: { webFinger },
  judge: ({ webFinger: { nothing, nobody } }) =>
    judgeEach(
      'questions for nobody',
      [
        { exchange: nothing, expected: 400 },
        { exchange: nobody, expected: 404 },
      ],
      ({ exchange, expected }) => {
        const { status } = exchange.answer;
        return status === expected ? [] : [atStatus(exchange, `status ${status} instead of ${expected}`)];
      },
    ),
});
