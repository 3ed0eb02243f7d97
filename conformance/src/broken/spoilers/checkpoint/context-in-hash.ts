import type { Spoiler } from '../../spoiler.ts';
import { addToDigest, canonicalJson, contextPath, dataHash, digestTerm, formatDigest } from '@openstraat/spec';
import { tinyOrigin, tinyTown } from '../../tiny-publisher/town.ts';

const digest = tinyTown.reduce(
  (sum, { data }) =>
    addToDigest(sum, digestTerm(data.id, dataHash(canonicalJson({ ...data, '@context': tinyOrigin + contextPath })))),
  0n,
);

/** The data hashes count @context. */
export const contextInHash: Spoiler = {
  name: 'context-in-hash',
  fails: ['data-hash'],
  checkpoint: (checkpoint, { late }) => (late ? checkpoint : { ...checkpoint, digest: formatDigest(digest) }),
};
