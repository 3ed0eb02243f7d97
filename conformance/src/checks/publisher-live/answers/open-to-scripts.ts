import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { resources } from '../../../evidence/live/resources.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-012: Open to scripts of any site. */
export const openToScripts: Check = defineCheck({
  name: 'open-to-scripts',
  requirement: 'LIVE-012',
  title: 'Scripts of any site may read it',
  fault: 'An answer, or an error, does not carry Access-Control-Allow-Origin: *.',
  consumerLoses: 'Apps in browsers can not read open data without a server of their own between.',
  whatToDo: 'Send Access-Control-Allow-Origin: * with every answer, errors too.',
  needs: { resources, errorAnswers },
  judge: ({ resources: asked, errorAnswers: refused }) =>
    judgeEach('answers and errors', [...asked, ...refused], ({ exchange }) => {
      const allowed = exchange.answer.headers.get('access-control-allow-origin');
      return allowed === '*'
        ? []
        : [
            atHeader(
              exchange,
              'access-control-allow-origin',
              `${allowed ?? 'nothing'} instead of * with status ${exchange.answer.status}`,
            ),
          ];
    }),
});
