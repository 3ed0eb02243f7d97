/** What keeps announcements from being too many. Each is tested at the limit and one past it. */
export const announceLimits = {
  /** Notes of its own making that one actor sends in 24 hours; what comes in more waits, and goes together. */
  notesADay: 5,
  /** New things of a kind that get a note each; more share one. */
  aloneMax: 2,
  /** Things that a shared note names. */
  namesShown: 5,
  /** Things of one kind that wait to be told of at a place; of more only that there are more. */
  waitingMax: 1_000,
  /** Things that a note stands for: when these change it changes. */
  thingsANote: 100,
  /** UTF-16 code units of a name and of a description in a note. */
  nameCharacters: 200,
  descriptionCharacters: 500,
} as const;

/** When things happen. */
export const announceTimes = {
  /** An import brings things in many batches: they are told of together once nothing came for so long. */
  quietMs: 60_000,
  /** Nothing waits longer than this for quiet. */
  noisyMsMax: 600_000,
  /** Between two changes of one note. */
  editEveryMs: 600_000,
  dayMs: 86_400_000,
  /** Between two looks at the log. */
  lookMs: 15_000,
  /** Entries that are read at once. */
  pageEntries: 1_000,
} as const;
