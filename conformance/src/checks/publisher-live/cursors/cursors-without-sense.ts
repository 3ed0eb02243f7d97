import { readObject } from '../../../evidence/json-object-answer.ts';
import { cursorAnswers } from '../../../evidence/live/cursor-answers.ts';
import { errorAnswers } from '../../../evidence/live/error-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-020: Cursors that make no sense. */
export const cursorsWithoutSense: Check = defineCheck({
  name: 'cursors-without-sense',
  requirement: 'LIVE-020',
  title: 'Cursors that make no sense get 400; those above the head an empty page',
  fault: 'A cursor that nobody wrote does not get 400, or a position above the head not an empty page.',
  consumerLoses: 'A reader with a broken cursor gets the wrong stretch of the feed without noticing.',
  whatToDo: 'Refuse what the publisher did not write with 400, and answer positions above the head with no entries.',
  needs: { cursorAnswers, errorAnswers },
  judge: ({ cursorAnswers: { aboveHead }, errorAnswers: refused }) => {
    const asked = [
      ...refused.filter(({ what }) => what === 'bad-cursor').map(({ exchange }) => ({ exchange, above: false })),
      ...(aboveHead === undefined ? [] : [{ exchange: aboveHead, above: true }]),
    ];
    return judgeEach('cursors that make no sense', asked, ({ exchange, above }) => {
      const { status } = exchange.answer;
      if (!above) return status === 400 ? [] : [atStatus(exchange, `status ${status} for a cursor that nobody wrote`)];
      if (status !== 200) return [atStatus(exchange, `status ${status} for a position above the head`)];
      const reading = readObject(exchange);
      const items = reading.ok ? reading.value.json['items'] : undefined;
      return Array.isArray(items) && items.length === 0
        ? []
        : [atPointer(exchange, '/items', 'entries, or no list, for a position above the head')];
    });
  },
});
