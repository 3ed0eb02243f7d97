/** What moves a place to another node. Plain JSON. */
export interface PlaceMoveRequest {
  /** The place, by key, address or name. */
  place: string;
  /** Its address at the new node. */
  to: string;
  /** What stands at it has the same path there: those addresses lead on too. */
  sameKeys: boolean;
  /** Its actor there, by address or handle; found by its address when absent. */
  actor?: string;
}

/** What moves the whole node to another origin. Plain JSON. */
export interface NodeMoveRequest {
  /** The origin of the new node. */
  to: string;
  /** Lets it move to a node that has much less. */
  allowShrink: boolean;
}

/** What a move has done. Plain JSON. */
export interface MoveOutcome {
  /** Address of the place, or of the node. */
  from: string;
  to: string;
  /** Things that are gone from here with it, itself included. */
  things: number;
  /** Actors that have moved, and who is told of it. */
  actors: number;
  followers: number;
}

/** What a node says that it was before. Plain JSON. */
export interface FormerlyRequest {
  /** The origin of the old node. */
  from: string;
  /** It says so no longer. */
  forget: boolean;
}

/** All that has moved away, and what moved here. Plain JSON. */
export interface MoveListing {
  /** The node itself has moved to this origin. */
  movedTo?: string;
  /** Places that moved by themselves. */
  places: { from: string; to: string; things: number }[];
  /** Origins at which the node was before. */
  formerly: string[];
  /** Actors here that were others before. */
  actors: { handle: string; formerly: string[] }[];
}
