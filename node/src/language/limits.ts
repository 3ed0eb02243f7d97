/** Limits of what is read of a text. Each is tested at the limit and one past it. */
export const languageLimits = {
  /** Characters of a text that are read, before anything else is done with it. */
  textCharactersMax: 20_000,
  /** Words of a text that it is found by. */
  textWordsMax: 1_000,
  /** Longer words are cut here, in texts and in queries alike. */
  wordCharactersMax: 40,
  /** Words of a query that are read; those that only ask fall away. */
  queryWordsReadMax: 64,
  /** Words of a query that are looked for. */
  queryWordsMax: 16,
  /** Ways that one word of a query may be found. */
  alternativesMax: 40,
  /** Words that the last word of a query may go on as. */
  prefixWordsMax: 20,
  /** Words that a word which nobody wrote may be taken for. */
  correctionsMax: 3,
  /** Words whose terms are remembered, of each language. */
  rememberedWordsMax: 50_000,
} as const;
