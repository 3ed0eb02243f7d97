/** What the search index allows itself; all of it is tested at the limit and one past it where it cuts something off. */
export const searchIndexLimits = {
  /** Entries of the log read at once. */
  entriesRead: 1_000,
  /** How long entries are taken up before others get their turn. */
  sliceMs: 1,
  /** How long another node's log is left alone that could not be read. */
  replicaRetryMs: 30_000,
  /** Different terms that one thing is found by; the rest of a very long description is not searched. */
  termsPerSubjectMax: 2_000,
  /** Characters of a term. */
  termCharactersMax: 64,
  /** Different currencies; prices in others are not compared. */
  currenciesMax: 255,
  /** Different origins; things of others are not found. */
  originsMax: 65_535,
  /** Gone subjects, beyond which everything is read anew once they outnumber the others. */
  goneSubjectsMin: 10_000,
  /** Changes of texts that are numbered before everything is read anew: numbers have 32 bits. */
  textRowsMax: 2 ** 31,
  /** Subjects of all matches that are remembered until a text changes: eight bytes each. */
  rememberedSubjectsMax: 500_000,
  /** Opening rules that are kept once for all places that share them. */
  sharedRulesMax: 50_000,
} as const;

/** When changes since the last merge are merged into a new base: at so many, and at this share of the base. */
export interface MergeThreshold {
  readonly texts: number;
  readonly offers: number;
  readonly locations: number;
  readonly share: number;
}

/** When and where merges happen. */
export interface MergeRules {
  /** While the index is first built nobody searches it: merge less often. */
  readonly firstBuild: MergeThreshold;
  readonly kept: MergeThreshold;
  /** Below this many things a merge takes a few milliseconds and needs no thread of its own. */
  readonly inProcessThingsMax: number;
}
export const mergeRules: MergeRules = {
  firstBuild: { texts: 500_000, offers: 20_000_000, locations: 500_000, share: 1 },
  kept: { texts: 2_000, offers: 20_000, locations: 1_000, share: 0.1 },
  inProcessThingsMax: 10_000,
};

/** How many more changes may arrive while a merge runs, as a multiple of what started it, before they wait for it. */
export const changesDuringMergeMax = 1.5;
/** After a failed merge this many calls of `follow` pass before the next try, doubled each time, up to the most. */
export const mergeRetryCallsMax = 256;
