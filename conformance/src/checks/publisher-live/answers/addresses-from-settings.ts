import { spoofedAnswers, spoofedHost } from '../../../evidence/live/spoofed-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-015: Addresses come from the settings. */
export const addressesFromSettings: Check = defineCheck({
  name: 'addresses-from-settings',
  requirement: 'LIVE-015',
  title: 'Addresses come from the settings, not from the request',
  fault: 'An answer holds an address made from Host, Forwarded or X-Forwarded-Host of the request.',
  consumerLoses: 'Whoever can send a header can make a cache hand out ids and links of a foreign host.',
  whatToDo: 'Make addresses from the configured origin only.',
  needs: { spoofedAnswers },
  judge: ({ spoofedAnswers: asked }) =>
    judgeEach('requests under another name', asked, ({ header, exchange }) => {
      const { answer } = exchange;
      const at = answer.body.indexOf(spoofedHost);
      const field = [...answer.headers].find(([, value]) => value.includes(spoofedHost));
      return [
        ...(at === -1
          ? []
          : [atBytes(exchange, at, at + spoofedHost.length, `the host of ${header} stands in the answer`)]),
        ...(field === undefined ? [] : [atHeader(exchange, field[0], `the host of ${header} stands in ${field[0]}`)]),
      ];
    }),
});
