import { movedThings } from '../../../evidence/federation/moved-things.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** FED-041: Moved things lead on. */
export const movedThingsLeadOn: Check = defineCheck({
  name: 'moved-things-lead-on',
  requirement: 'FED-041',
  title: 'Moved things lead on',
  fault: 'The old id of a thing that moved does not lead to the new one with 308.',
  consumerLoses: 'Links, codes on shop windows and bookmarks of a shop that moved end in nothing.',
  whatToDo: 'Answer the old id with 308 and the address in movedTo.',
  needs: { movedThings },
  judge: ({ movedThings: moved }) =>
    judgeEach('moved things', moved, ({ id, movedTo, exchange }) => {
      const { status, headers } = exchange.answer;
      if (status !== 308) return [atStatus(exchange, `status ${status} instead of 308 for ${id}`)];
      const location = headers.get('location');
      return location === movedTo ? [] : [atHeader(exchange, 'location', `${location} instead of ${movedTo}`)];
    }),
});
