import { actor } from '../../../evidence/federation/actor.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';

/** FED-007: It wants to be found. */
export const wantsToBeFound: Check = defineCheck({
  name: 'wants-to-be-found',
  requirement: 'FED-007',
  title: 'The actor wants to be found',
  fault: 'The actor does not say that it may be shown in lists and searches.',
  consumerLoses: 'People in the Fediverse do not find the shops of their town.',
  whatToDo: 'Set discoverable and indexable to true.',
  needs: { actor },
  judge: ({ actor: { exchange, json } }) =>
    failedIfAny(
      ['discoverable', 'indexable'].flatMap((name) =>
        json[name] === true ? [] : [atPointer(exchange, jsonPointer(name), `${name} is ${shown(json[name])}`)],
      ),
      'the actor',
    ),
});
