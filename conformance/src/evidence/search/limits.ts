/** How much of a search is looked at. A publisher may limit how often one client asks: all of it stays below 200 questions. */
export const searchEvidenceLimits = {
  /** Offers from which questions are made. */
  subjects: 3,
  /** Things that answers name and that are looked up beyond the sample. */
  lookedUpMax: 120,
  walkPagesMax: 12,
  namePagesMax: 4,
  nearPlaces: 3,
  suggestionsTried: 3,
  barcodes: 2,
} as const;
