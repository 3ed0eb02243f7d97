import { webFinger } from '../../../evidence/federation/web-finger.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** FED-013: Open to scripts of any site. */
export const webFingerOpen: Check = defineCheck({
  name: 'web-finger-open',
  requirement: 'FED-013',
  title: 'WebFinger is open to scripts',
  fault: 'An answer of WebFinger lacks Access-Control-Allow-Origin: *.',
  consumerLoses: 'Pages that lead people from their own server to the publisher do not work.',
  whatToDo: 'Send the header with every answer, errors too.',
  needs: { webFinger },
  judge: ({ webFinger: { handle, address, nothing, nobody } }) =>
    judgeEach(
      'answers of WebFinger',
      [handle, address, nothing, nobody].map((exchange) => ({ exchange })),
      ({ exchange }) =>
        exchange.answer.headers.get('access-control-allow-origin') === '*'
          ? []
          : [atHeader(exchange, 'access-control-allow-origin', 'no Access-Control-Allow-Origin: *')],
    ),
});
