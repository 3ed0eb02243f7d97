import type { NodeKeys } from '../config/settings.ts';

/** The keys of a node that runs: whoever was given them sees a new one at once. */
export interface KeyRing extends NodeKeys {
  replace(keys: NodeKeys): void;
}

/** Makes it of the keys that were read at the start. */
export const createKeyRing = (first: NodeKeys): KeyRing => {
  let current = first;
  return {
    get keys() {
      return current.keys;
    },
    get recoveryPublicKeyMultibase() {
      return current.recoveryPublicKeyMultibase;
    },
    replace(keys) {
      current = keys;
    },
  };
};
