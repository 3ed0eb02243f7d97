import { isObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';
import { changeActor } from './change-json.ts';

const publicKeyPem =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';

/** The key is an Ed25519 key in the place of an RSA key. */
export const noRsaKey: Spoiler = {
  name: 'no-rsa-key',
  class: 'federated',
  fails: ['rsa-key', 'deliveries-signed'],
  answer: changeActor((actor) => ({
    ...actor,
    publicKey: { ...(isObject(actor['publicKey']) ? actor['publicKey'] : {}), publicKeyPem },
  })),
};
