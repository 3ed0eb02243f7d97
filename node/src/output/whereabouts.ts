/** Where the node is, and where it was. */
export interface Whereabouts {
  /** The origin that the whole node has moved to; undefined while it is here. */
  movedTo(): string | undefined;
  /** Origins at which it was before. */
  formerly(): readonly string[];
}

/** A node that has always been where it is. */
export const neverMoved: Whereabouts = { movedTo: () => undefined, formerly: () => [] };
