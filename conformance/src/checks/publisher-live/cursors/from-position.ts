import { cursorAnswers } from '../../../evidence/live/cursor-answers.ts';
import { description } from '../../../evidence/description.ts';
import { hasPosition } from '../../../evidence/live/expand-position.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { failed } from '../../verdict.ts';
import { pageAboveFaults } from './page-at-position.ts';

/** LIVE-018: Begin at a position holding nothing. */
export const fromPosition: Check = defineCheck({
  name: 'from-position',
  requirement: 'LIVE-018',
  title: 'Readers that hold nothing can begin at any position',
  fault: 'The description gives no feedFrom, or it does not lead to the entries above a position.',
  consumerLoses: 'Nobody can follow from now on, or take a sample, without reading everything.',
  whatToDo: 'Give feedFrom as a URI template with {position}; answer with the entries above it, never with 410.',
  needs: { description, cursorAnswers },
  judge: ({ description: { exchange }, cursorAnswers: { feedFrom, from, head } }) =>
    typeof feedFrom === 'string' && hasPosition(feedFrom)
      ? judgeEach('pages by feedFrom', from, (page) => pageAboveFaults(page, head, false))
      : failed([atPointer(exchange, '/feed/feedFrom', `${shown(feedFrom)} is no template with {position}`)]),
});
