/** Somebody who follows an actor of the node, or asks to, for the operator. Plain JSON. */
export interface FollowerListing {
  /** Address of the follower's actor. */
  id: string;
  /** `@name@host`, where it has one. */
  handle?: string;
  /** Handle of the actor here that is followed. */
  follows: string;
  state: 'accepted' | 'asked';
  /** The node that it is; absent for people. */
  node?: { origin: string; name: string };
  since: string;
  /** When deliveries to it began to fail. */
  failingSince?: string;
}

/** What to do with a follower. */
export const followerActions = ['accept', 'reject', 'remove'] as const;
export type FollowerAction = (typeof followerActions)[number];
