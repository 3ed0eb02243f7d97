/** How much of a publisher's federation is looked at. */
export const federationLimits = {
  /** Pages of one collection. */
  collectionPagesMax: 20,
  /** Moved things that are asked for. */
  movedThings: 5,
} as const;
