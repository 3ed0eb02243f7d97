import { generateKeyPairSync } from 'node:crypto';

/** An RSA key pair in PEM. */
export interface ActorKeys {
  readonly publicKeyPem: string;
  readonly privateKeyPem: string;
}

const made = new Map<string, ActorKeys>();

/** The keys of an actor that the suite plays: made once for a process, since it takes a while. They protect nothing. */
export const actorKeys = (name: string): ActorKeys => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keys = { publicKeyPem: publicKey, privateKeyPem: privateKey };
  made.set(name, keys);
  return keys;
};
