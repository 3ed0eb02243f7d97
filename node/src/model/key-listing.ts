/** A public key of the node, for the operator. Plain JSON; times in RFC 3339. */
export interface KeyListing {
  /** `feed`, or the handle of the actor whose key it is. */
  owner: string;
  /** Its address. */
  id: string;
  algorithm: 'Ed25519' | 'RSA-2048';
  /** `signs`: what is signed now is signed with it; `valid`: what it signed before still counts. */
  state: 'signs' | 'valid' | 'revoked';
  validFrom: string;
  /** From when it no longer counts; may be yet to come. */
  revoked?: string;
}

/** Asks for new keys. Plain JSON. */
export interface KeyRotation {
  /** The key that signs the feed, those of actors, or both. */
  which: 'all' | 'feed' | 'actors';
  /** How long the old ones still count. */
  overlapDays: number;
  /** Secret of the recovery key: signs the new key of the feed, where the old one can't be trusted any more. */
  recoverySecret?: string;
}
