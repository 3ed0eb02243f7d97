/** What moving keeps to. Each is tested at the limit and one past it. */
export const movingLimits = {
  /** Actors that one actor was before, and nodes that one node was. */
  formerlyMax: 20,
  /** Actors of a new node that are read at the same time. */
  actorsAtOnce: 8,
  /** Actors that a message names, when the new node lacks them. */
  actorsNamed: 5,
  /** UTF-8 bytes of the document of a place at its new node. */
  documentBytesMax: 1 << 20,
  /** A new node has at least this share of what moves there, unless the operator says otherwise. */
  shareMin: 2 / 3,
} as const;
