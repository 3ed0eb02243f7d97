import { actorAnswers } from '../../../evidence/federation/actor.ts';
import { readObject } from '../../../evidence/json-object-answer.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { isActivityType } from '../is-activity-type.ts';

/** FED-001: The actor answers. */
export const actorAsActivity: Check = defineCheck({
  name: 'actor-as-activity',
  requirement: 'FED-001',
  title: 'The actor answers as ActivityStreams',
  fault: 'The address of the actor does not answer with an actor in one of the media types of ActivityStreams.',
  consumerLoses: 'Servers that want to follow, or to check a signature, get nothing that they can read.',
  whatToDo: 'Answer both Accept headers with 200, the actor, and the right Content-Type.',
  needs: { actorAnswers },
  judge: ({ actorAnswers: { asActivity, asProfile } }) =>
    judgeEach('forms of the actor', [{ exchange: asActivity }, { exchange: asProfile }], ({ exchange }) => {
      const reading = readObject(exchange);
      if (!reading.ok) return [atPointer(exchange, '', `the actor is ${reading.words}`)];
      return isActivityType(exchange.answer.headers.get('content-type'))
        ? []
        : [atHeader(exchange, 'content-type', `${mediaTypeOf(exchange.answer) || 'no media type'} for the actor`)];
    }),
});
