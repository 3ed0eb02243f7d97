import { cursorAnswers } from '../../../evidence/live/cursor-answers.ts';
import { description } from '../../../evidence/description.ts';
import { hasPosition } from '../../../evidence/live/expand-position.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { failed } from '../../verdict.ts';
import { pageAboveFaults } from './page-at-position.ts';

/** LIVE-019: Go on from a position. */
export const afterPosition: Check = defineCheck({
  name: 'after-position',
  requirement: 'LIVE-019',
  title: 'Readers of a dump can go on from its position',
  fault: 'The description gives no feedAfter, or it does not lead to the entries above a position.',
  consumerLoses: 'Who holds a dump must read the whole feed again to go on.',
  whatToDo: 'Give feedAfter as a URI template with {position}; answer with the entries above it, or 410.',
  needs: { description, cursorAnswers },
  judge: ({ description: { exchange }, cursorAnswers: { feedAfter, after, head } }) =>
    typeof feedAfter === 'string' && hasPosition(feedAfter)
      ? judgeEach('pages by feedAfter', after, (page) =>
          // Nothing above the head was dropped: there is nothing that this reader could have missed.
          pageAboveFaults(page, head, page.position < head),
        )
      : failed([atPointer(exchange, '/feed/feedAfter', `${shown(feedAfter)} is no template with {position}`)]),
});
