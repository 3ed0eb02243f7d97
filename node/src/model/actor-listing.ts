/** An actor of this node, for the operator. Plain JSON; times in RFC 3339. */
export interface ActorListing {
  /** Last part of its address: `node`, or the key of its place. */
  identifier: string;
  /** `@name@host`. */
  handle: string;
  /** Handles that it had before, and is found by: the newest first; absent where there are none. */
  formerHandles?: string[];
  address: string;
  /** The page of its place, or the front page. */
  page: string;
  followers: number;
  /** What it posts by itself. */
  announces: string[];
  since: string;
  movedTo?: string;
  /** Actors that it was before it moved here, by address; absent where there are none. */
  alsoKnownAs?: string[];
}

/** What switches a place's actor on, or changes it. Plain JSON. */
export interface ActorRequest {
  /** The place, by key, address or name. */
  place: string;
  /** What stands before the host in its handle; as it was, or made of the place's name, when absent. */
  name?: string;
  /** What it posts by itself; as it was, or events and promotions, when absent. */
  announces?: ('events' | 'promotions' | 'products')[];
  /** An actor that it was before it moved here, by address or handle. */
  was?: string;
}
