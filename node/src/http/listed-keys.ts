import { type NodeDescription, type Proof, signDocument } from '@openstraat/spec';
import type { NodeKeys } from '../config/settings.ts';
import { descriptionPath } from './link.ts';

type NodeKey = NodeKeys['keys'][number];
type ListedKey = NodeDescription['keys'][number];

/** The address of a key. Keys stand in the document at the well-known address. */
export const keyAddress = (origin: string, id: string): string => `${origin}${descriptionPath}#${id}`;

/** A key as the description lists it, without what may change or be added: this is what is signed (CHK-016). */
const bareEntry = (origin: string, { id, publicKeyMultibase, validFrom }: Omit<NodeKey, 'secretKeyMultibase'>) => ({
  id: keyAddress(origin, id),
  type: 'Multikey' as const,
  // Who holds it is the node, as DESC-002 names it.
  controller: `${origin}/`,
  publicKeyMultibase,
  validFrom,
});

/** What says that a new key is the node's (CHK-016). */
export const proveKey = (
  origin: string,
  key: Omit<NodeKey, 'proof'>,
  signer: { readonly id: string; readonly secretKeyMultibase: string },
): Proof =>
  signDocument(bareEntry(origin, key), {
    secretKeyMultibase: signer.secretKeyMultibase,
    verificationMethod: keyAddress(origin, signer.id),
    created: key.validFrom,
  }).proof;

// Made anew each time, so that it names the present origin; the same key gives the same proof.
const proofOf = (origin: string, key: NodeKey, keys: readonly NodeKey[]): Proof | undefined => {
  if (key.proof !== undefined) return key.proof;
  const signer = keys.find(({ id }) => id === key.signedBy);
  return signer === undefined ? undefined : proveKey(origin, key, signer);
};

/** The public keys of a node as its description lists them, revoked ones included. */
export const listedKeys = ({ keys }: Pick<NodeKeys, 'keys'>, origin: string): ListedKey[] =>
  keys.map((key) => {
    const proof = proofOf(origin, key, keys);
    return {
      ...bareEntry(origin, key),
      ...(key.revoked === undefined ? {} : { revoked: key.revoked }),
      ...(proof === undefined ? {} : { proof }),
    };
  });
