/** How much of a running publisher is looked at. */
export const liveLimits = {
  /** Pages of the feed that are read again for the things on them. */
  samplePagesMax: 8,
  /** Documents that are asked for in every way; of each kind one at least, where there are so many kinds. */
  documents: 8,
  tombstones: 3,
  /** Pages that are read as RPDE. */
  rpdePagesMax: 12,
  /** Entries of a page that is compared as RDF. */
  rdfEntriesMax: 2_000,
} as const;
