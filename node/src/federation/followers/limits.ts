/** What following the node's actors may cost. Each is tested at the limit and one past it. */
export const followersLimits = {
  /** Followers of one actor, those that ask included; more are refused. */
  followersMax: 100_000,
  /** Nodes among them, which are kept in memory: each gets every notice. */
  nodesMax: 5_000,
  /** UTF-8 bytes of the address of an actor, inbox or Follow. */
  addressBytesMax: 2_000,
  /** Followers on one page of a collection. */
  pageFollowers: 100,
} as const;
export type FollowersLimits = { readonly [name in keyof typeof followersLimits]: number };
