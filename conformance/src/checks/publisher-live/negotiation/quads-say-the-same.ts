import { feedAsRdf } from '../../../evidence/live/feed-as-rdf.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

const shownQuadsMax = 3;

/** LIVE-008: N-Quads say the same. */
export const quadsSayTheSame: Check = defineCheck({
  name: 'quads-say-the-same',
  requirement: 'LIVE-008',
  title: 'N-Quads say the same as JSON-LD',
  fault: 'A page as N-Quads is another dataset than the page as JSON-LD expands to.',
  consumerLoses: 'Readers of RDF hold other facts, depending on the form that they read.',
  whatToDo: 'Make the quads with a JSON-LD processor and the context of the spec.',
  needs: { feedAsRdf },
  judge: ({ feedAsRdf: { exchange, comparison } }) => {
    const whole = (message: string) => atBytes(exchange, 0, exchange.answer.body.length, message);
    if (comparison === undefined) return inapplicable('a JSON-LD processor refuses the page as JSON-LD');
    if ('refused' in comparison)
      return failedIfAny([whole(`a parser of N-Quads refuses it: ${comparison.refused}`)], '');
    const { quads, missing, surplus } = comparison;
    return failedIfAny(
      [
        ...missing.slice(0, shownQuadsMax).map((quad) => whole(`not here: ${quad}`)),
        ...surplus.slice(0, shownQuadsMax).map((quad) => whole(`only here: ${quad}`)),
      ],
      `${quads} quads of a page`,
    );
  },
});
