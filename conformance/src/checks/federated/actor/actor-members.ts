import { activityProfile, actor } from '../../../evidence/federation/actor.ts';
import { valuesOf } from '../../../evidence/federation/values.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';

/** FED-002: What the actor carries. */
export const actorMembers: Check = defineCheck({
  name: 'actor-members',
  requirement: 'FED-002',
  title: 'The actor carries what others need',
  fault: 'The actor lacks a member, or has it in another form.',
  consumerLoses: 'Servers refuse an actor that is not whole: the publisher can not be followed from there.',
  whatToDo:
    'Give the actor its id, the type Application, a name, a preferredUsername, and the addresses of its inbox and collections on its own origin.',
  needs: { actor },
  judge({ actor: { exchange, json, url, origin } }) {
    const wrong = (name: string, says: string) =>
      atPointer(exchange, jsonPointer(name), `${name} is ${shown(json[name])}${says}`);
    const addresses = ['inbox', 'outbox', 'followers', 'following'];
    return failedIfAny(
      [
        ...(valuesOf(json['@context']).includes(activityProfile)
          ? []
          : [wrong('@context', `, without ${activityProfile}`)]),
        ...(json['id'] === url ? [] : [wrong('id', ` instead of ${url}`)]),
        ...(json['type'] === 'Application' ? [] : [wrong('type', ' instead of Application')]),
        ...['preferredUsername', 'name'].flatMap((name) =>
          typeof json[name] === 'string' && json[name] !== '' ? [] : [wrong(name, ' instead of a text')],
        ),
        ...(typeof json['manuallyApprovesFollowers'] === 'boolean'
          ? []
          : [wrong('manuallyApprovesFollowers', ' instead of true or false')]),
        ...addresses.flatMap((name) => {
          const value = json[name];
          const address = typeof value === 'string' ? parseHttpUrl(value) : undefined;
          return address?.origin === origin ? [] : [wrong(name, ` instead of an address of ${origin}`)];
        }),
      ],
      'the actor',
    );
  },
});
