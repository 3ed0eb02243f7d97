import { createPublicKey } from 'node:crypto';
import { actor } from '../../../evidence/federation/actor.ts';
import { valuesOf } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny } from '../../verdict.ts';

const bitsMin = 2_048;

/** Size of an RSA key in PEM; undefined where it is none. */
const rsaBits = (pem: unknown): number | undefined => {
  try {
    const key = createPublicKey(typeof pem === 'string' ? pem : '');
    return key.asymmetricKeyType === 'rsa' ? key.asymmetricKeyDetails?.modulusLength : undefined;
  } catch {
    return undefined;
  }
};

/** FED-004: An RSA key. */
export const rsaKey: Check = defineCheck({
  name: 'rsa-key',
  requirement: 'FED-004',
  title: 'The actor has an RSA key',
  fault: 'The actor has no publicKey that others can check its signatures with.',
  consumerLoses: 'Every server throws away what the publisher sends.',
  whatToDo: 'Put an RSA key of 2,048 bits or more into publicKey, with id, owner and publicKeyPem.',
  needs: { actor },
  judge({ actor: { exchange, json, url } }) {
    const wrong = (name: string, says: string) => atPointer(exchange, `/publicKey${name}`, says);
    const keys = valuesOf(json['publicKey']).filter(isObject);
    if (keys.length === 0) return failedIfAny([wrong('', `publicKey is ${shown(json['publicKey'])}`)], '');
    const findings = keys.flatMap(({ id, owner, publicKeyPem }) => {
      const bits = rsaBits(publicKeyPem);
      return [
        ...(typeof id === 'string' && id.startsWith(`${url}#`) ? [] : [wrong('/id', `id of the key is ${shown(id)}`)]),
        ...(owner === url ? [] : [wrong('/owner', `owner is ${shown(owner)} instead of ${url}`)]),
        ...(bits === undefined ? [wrong('/publicKeyPem', `publicKeyPem is no RSA key: ${shown(publicKeyPem)}`)] : []),
        ...((bits ?? bitsMin) < bitsMin ? [wrong('/publicKeyPem', `a key of ${bits} bits`)] : []),
      ];
    });
    return failedIfAny(findings, `${keys.length} keys`);
  },
});
