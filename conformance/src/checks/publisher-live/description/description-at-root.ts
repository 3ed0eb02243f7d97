import { descriptionAnswer } from '../../../evidence/description-answer.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { canonicalOf } from '../../../evidence/live/documents.ts';
import { resources } from '../../../evidence/live/resources.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** LIVE-026: The description at the root. */
export const descriptionAtRoot: Check = defineCheck({
  name: 'description-at-root',
  requirement: 'LIVE-026',
  title: 'The root answers programs with the description',
  fault: 'The front page does not answer application/ld+json with the description.',
  consumerLoses: 'Who knows nothing but the address of the site does not find what it is.',
  whatToDo: 'Answer / as /.well-known/openstraat to those who prefer JSON-LD.',
  needs: { descriptionAnswer, resources },
  judge: ({ descriptionAnswer: described, resources: asked }) =>
    judgeEach('answers of the root', asked, ({ what, exchange }) => {
      const expected = readObject(described);
      if (what !== 'root' || !expected.ok) return undefined;
      if (exchange.answer.status !== 200) return [atStatus(exchange, `status ${exchange.answer.status}`)];
      const reading = readObject(exchange);
      if (!reading.ok) return [atPointer(exchange, '', reading.words)];
      return canonicalOf(reading.value.json) === canonicalOf(expected.value.json)
        ? []
        : [atPointer(exchange, '', 'it is not the description')];
    }),
});
