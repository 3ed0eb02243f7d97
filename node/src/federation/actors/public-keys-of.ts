import { CryptographicKey, Multikey } from '@fedify/vocab';
import { messageKeyAddress, proofKeyAddress } from './actor-addresses.ts';
import type { ActorPublicKeys } from './actor-document.ts';
import type { ActorKeyPairs, FormerActorKeys } from './actor-key-file.ts';

/**
 * The public keys of an actor as its document shows them: first those that sign, then the old ones until their time is over.
 * @param address the actor's
 */
export const publicKeysOf = (
  address: string,
  { generation, rsa, ed25519, former }: ActorKeyPairs,
  nowMs: number,
): ActorPublicKeys => {
  const controller = new URL(address);
  const multikey = (id: string, publicKey: FormerActorKeys['rsa']): Multikey =>
    new Multikey({ id: new URL(id), controller, publicKey });
  const shown = former.filter(({ until }) => Date.parse(until) > nowMs);
  return {
    // One key: some servers read no list, and the Ed25519 key would do nothing for a signature that they know.
    publicKey: new CryptographicKey({
      id: new URL(messageKeyAddress(address, generation)),
      owner: controller,
      publicKey: rsa.publicKey,
    }),
    assertionMethods: [
      multikey(proofKeyAddress(address, generation), ed25519.publicKey),
      ...shown.map((old) => multikey(proofKeyAddress(address, old.generation), old.ed25519)),
      // FEP-521a lists keys of every kind here: the one place that is left for it.
      ...shown.map((old) => multikey(messageKeyAddress(address, old.generation), old.rsa)),
    ],
  };
};
