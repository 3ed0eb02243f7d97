import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { inPieces } from '../../consumer/bodies.ts';

/** CONS-016: Bytes in any portions. */
export const readsInPieces: ConsumerCheck = defineConsumerCheck({
  name: 'reads-in-pieces',
  requirement: 'CONS-016',
  title: 'Bytes in any portions',
  fault: 'A page that came in small portions was read as something else.',
  consumerLoses: 'Names with accents are garbled now and then, when the network is slow.',
  whatToDo: 'Decode UTF-8 over the whole body, or with a decoder that keeps the half of a letter for the next portion.',
  scenario: troubleAtSecondVisit('in-pieces', { answer: (_asked, right) => inPieces(right()) }),
  judge: (story) => cameThrough(story, 'a page in portions of two bytes'),
});
