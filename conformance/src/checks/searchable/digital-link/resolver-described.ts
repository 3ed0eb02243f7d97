import { readObject } from '../../../evidence/json-object-answer.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { resolverAnswer } from '../../../evidence/search/digital-links.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, unanswered } from '../../verdict.ts';

/** GDL-011: The resolver is described. */
export const resolverDescribed: Check = defineCheck({
  name: 'resolver-described',
  requirement: 'GDL-011',
  title: 'The resolver is described',
  fault: 'What /.well-known/gs1resolver gives is no JSON object with resolverRoot and 01 among supportedPrimaryKeys.',
  consumerLoses: 'Apps that look for resolvers do not know what this one does.',
  whatToDo: 'Serve the description with the publisher’s origin as resolverRoot.',
  needs: { publisher, resolverAnswer },
  judge: ({ publisher: { origin }, resolverAnswer: exchange }) => {
    if (exchange.answer === undefined) return unanswered(exchange);
    const reading = readObject(exchange);
    if (!reading.ok) return failedIfAny([atPointer(exchange, '', reading.words)], '');
    const { resolverRoot, supportedPrimaryKeys: keys } = reading.value.json;
    return failedIfAny(
      [
        ...(typeof resolverRoot === 'string' && resolverRoot.replace(/\/$/, '') === origin
          ? []
          : [atPointer(exchange, '/resolverRoot', `${shown(resolverRoot)} instead of ${origin}`)]),
        ...(Array.isArray(keys) && (keys.includes('01') || keys.includes('all'))
          ? []
          : [atPointer(exchange, '/supportedPrimaryKeys', '01 is not among them')]),
      ],
      'the description of the resolver',
    );
  },
});
