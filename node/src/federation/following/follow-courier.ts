import type { FollowedPeer } from './followed-peer.ts';

/** What ActivityPub does for following. A node without it finds handles by WebFinger, and polls. */
export interface FollowCourier {
  /**
   * Finds the node behind a handle.
   * @param handle `name@host`
   * @returns its origin; undefined when it is not known
   */
  resolveHandle(handle: string): Promise<string | undefined>;
  /** Asks a peer for notices; it answers later, if at all. */
  follow(peer: FollowedPeer): Promise<void>;
  /** Tells a peer that no more are wanted. */
  unfollow(peer: FollowedPeer): Promise<void>;
}
