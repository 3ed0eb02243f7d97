import { actor } from '../../../evidence/federation/actor.ts';
import { valuesOf } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, passed } from '../../verdict.ts';

/** FED-005: An Ed25519 key. */
export const ed25519Key: Check = defineCheck({
  name: 'ed25519-key',
  requirement: 'FED-005',
  title: 'The actor has an Ed25519 key',
  fault: 'The actor has no Ed25519 key in assertionMethod.',
  consumerLoses: 'What it says can not be checked once it was passed on by others.',
  whatToDo: 'Put a Multikey with an Ed25519 key and the actor as controller into assertionMethod.',
  needs: { actor },
  judge({ actor: { exchange, json, url } }) {
    const keys = valuesOf(json['assertionMethod']).filter(isObject);
    const right = keys.filter(
      ({ type, controller, publicKeyMultibase }) =>
        type === 'Multikey' &&
        controller === url &&
        typeof publicKeyMultibase === 'string' &&
        /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/.test(publicKeyMultibase),
    );
    return right.length > 0
      ? passed(`${right.length} keys`)
      : failed([atPointer(exchange, '/assertionMethod', `no Ed25519 Multikey in ${shown(json['assertionMethod'])}`)]);
  },
});
