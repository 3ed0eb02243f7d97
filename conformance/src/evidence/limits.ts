/** How much is looked at. */
export const evidenceLimits = {
  /** Pages read from the start of the feed, unless all are. */
  firstPages: 10,
  /** Pages read behind one that reached the head, to see how the feed ends. */
  pagesBehindHead: 2,
  /** Pages read at random positions, where the start alone does not reach the head. */
  randomPages: 10,
  /** Pages read a second time at random positions, where it does. */
  repeatedPages: 2,
  /** Requests to find the newest pages of a long feed. */
  newestTriesMax: 8,
  newestPages: 2,
  /** Pages of the whole feed at most, with `--full`. */
  fullPagesMax: 20_000,
  /** What the things of the whole feed may take: some 20 million of them. */
  fullBytesMax: 2 * 1024 * 1024 * 1024,
  /** Entries that look wrong while they pass, and are kept until that is sure. */
  suspectsMax: 10_000,
  /** Things up to which a wrong digest is examined more closely. */
  diagnosedThingsMax: 20_000,
  /** Pages that are expanded to RDF; it takes a while. */
  rdfPages: 2,
  rdfEntriesMax: 2_000,
  rdfRelationsMax: 10,
  rdfBytesMax: 4 * 1024 * 1024,
  /** Things of each kind whose pages are read. */
  documentsPerKind: 3,
  /** Things besides whose text is hard to show. */
  documentsWithSigns: 4,
  /** Pages of the feed that are read for the sources and products of these. */
  documentsFurtherPages: 8,
  deletedDocuments: 5,
  /** Files of a sitemap. */
  sitemapFiles: 4,
  /** Stylesheets and scripts. */
  pageParts: 20,
  pagePartBytesMax: 2 * 1024 * 1024,
  /** Changed entries that a second walk keeps whole. */
  changedEntriesKept: 1_000,
} as const;
