import { descriptionOfActor } from '@openstraat/spec';
import { actor } from '../../../evidence/federation/actor.ts';
import { valuesOf } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';

/** FED-003: The actor links to the description. */
export const linkedToDescription: Check = defineCheck({
  name: 'linked-to-description',
  requirement: 'FED-003',
  title: 'The actor links to the description',
  fault: 'The actor does not link to the description of its origin, or the description names another actor.',
  consumerLoses: 'Other nodes take the actor for that of a person: they neither read its feed nor send it notices.',
  whatToDo: 'Put a Link with rel describedby and the address of /.well-known/openstraat into url.',
  needs: { actor },
  judge({ actor: { exchange, json } }) {
    const address = descriptionOfActor(json);
    const link = valuesOf(json['url']).find((value) => isObject(value) && value['href'] === address);
    if (address === undefined || !isObject(link))
      return failedIfAny(
        [atPointer(exchange, '/url', `no link of ${shown(json['url'])} leads to the description`)],
        '',
      );
    return failedIfAny(
      link['mediaType'] === 'application/ld+json'
        ? []
        : [atPointer(exchange, '/url', `mediaType of the link is ${shown(link['mediaType'])}`)],
      address,
    );
  },
});
