/** Somebody who follows one of the node's actors. */
export interface Follower {
  /** Address of the follower's actor. */
  readonly id: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
  /** Address of the Follow; undefined where it had none. */
  readonly follow: string | undefined;
  /** `asked` until the operator says yes. */
  readonly state: 'accepted' | 'asked';
  /** The node whose actor it is, by the links of both ends; undefined for people. */
  readonly node: { readonly origin: string; readonly name: string } | undefined;
  /** `name@host`. */
  readonly handle: string | undefined;
  /** RFC 3339. */
  readonly since: string;
  /** When deliveries to it began to fail; undefined while they arrive. RFC 3339. */
  readonly failingSince: string | undefined;
}

/** What a reader of followers asks for. */
export interface FollowerRange {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Who follows whom of the node's actors. */
export interface Followers {
  get(identifier: string, follower: string): Promise<Follower | undefined>;
  /** Keeps a follower, new or changed. @throws {Fault} `limit-exceeded` when the actor has as many as it can have */
  put(identifier: string, follower: Follower): Promise<void>;
  /** Changes a follower, as it is by then; one that has gone meanwhile stays away. @returns whether it was there */
  change(identifier: string, follower: string, change: Partial<Omit<Follower, 'id'>>): Promise<boolean>;
  /** @returns whether it was there */
  remove(identifier: string, follower: string): Promise<boolean>;
  /** Accepted ones, and those that ask, in order of their addresses. */
  list(identifier: string, range: FollowerRange): Promise<readonly Follower[]>;
  /** Accepted ones. */
  count(identifier: string): Promise<number>;
  /** Those that ask. */
  countAsking(identifier: string): number;
  /** Accepted ones that are nodes, in order of their addresses. */
  nodes(identifier: string): readonly Follower[];
  /** Whom of the node's actors somebody follows, or asks to. */
  followedBy(follower: string): Promise<readonly string[]>;
  /** Identifiers of actors that anybody follows, or asks to. */
  identifiers(): readonly string[];
  /** Takes away all followers of an actor that is no more. */
  removeAll(identifier: string): Promise<void>;
}
