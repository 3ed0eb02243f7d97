import type { FollowedPeer } from './followed-peer.ts';

/** What ActivityPub does for following. A node without it finds handles by WebFinger, and polls. */
export interface FollowCourier {
  /**
   * Finds the node behind a handle.
   * @param handle `name@host`
   * @returns its origin; undefined when it is not known
   */
  resolveHandle(handle: string): Promise<string | undefined>;
  /**
   * Asks a peer for notices; it answers later, if at all.
   * @param signal nothing goes out after it
   */
  follow(peer: FollowedPeer, signal: AbortSignal): Promise<void>;
  /** Has a peer told that no more are wanted: never waits for it. */
  unfollow(peer: Pick<FollowedPeer, 'actor'>): Promise<void>;
}
