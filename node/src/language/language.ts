/** A language that words are stemmed in; BCP 47 primary subtags. */
export const stemLanguages = ['nl', 'en', 'de', 'fr'] as const;
export type StemLanguage = (typeof stemLanguages)[number];

/** A term under which a text is found. */
export interface IndexTerm {
  /** A folded word, or `stemMark` and a stem: the two never meet. */
  readonly term: string;
  /** 1 for the word itself, less for what was derived from it (parts of a compound). */
  readonly weight: number;
}

/** Stands before stems, so that suggestions and corrections only ever see words. */
export const stemMark = '~';

/** Stands before stems of what a kind of shop sells, for words that are of such a kind: `kinderboek` is a book. */
export const soldMark = '~+';

/** Stands before stems of what a thing does without: `suiker` finds nothing that is `zonder suiker`. */
export const withoutMark = '~-';

/** Stands before stems of what a thing is for, by its category: looked for only together with what it is. */
export const topicMark = '~@';

/** Whether a word may be what another was meant to be, by how they begin. */
export const beginsAlike = (word: string, other: string): boolean =>
  other[0] === word[0] || (other[0] === word[1] && other[1] === word[0]);

/** What the index knows of words: the language rules ask it, they hold no index themselves. */
export interface Vocabulary {
  /** How many subjects have this term. */
  subjectsWith(term: string): number;
  /** Words (never stems) that start with a prefix, those of most subjects first. */
  withPrefix(prefix: string, limit: number): readonly string[];
  /**
   * Words (never stems) within a Damerau-Levenshtein distance, nearest first, then those of most subjects. They begin with the same letter,
   * or with the first two swapped: fingers seldom slip on the first.
   */
  near(word: string, distanceMax: number, limit: number): readonly string[];
}

/** How an alternative comes from what was typed: a result says why it was found. */
export type AlternativeOrigin = 'word' | 'stem' | 'compound' | 'synonym' | 'corrected' | 'prefix';

/** One way to satisfy a word of a query: all these terms in one subject. */
export interface TermAlternative {
  readonly terms: readonly string[];
  /** 1 for the word itself, less for stems of other languages, parts, synonyms and corrections. */
  readonly weight: number;
  readonly by: AlternativeOrigin;
}

/** `describing` says what a thing is like, `action` what is to be done with it; `aside` stands behind `met` or `voor`. */
export type QueryWordRole = 'describing' | 'action' | 'aside';

/** A word of a query, and everything that counts as finding it. */
export interface QueryWord {
  /** Folded, as people typed it. */
  readonly word: string;
  readonly alternatives: readonly TermAlternative[];
  /** The word that it was taken for, where it is in no text. */
  readonly correctedTo?: string;
  /** What it is of what is looked for: the thing itself where nothing is said. */
  readonly role?: QueryWordRole;
  /** Whether it is a word for a thing for sure, though nobody may have it. */
  readonly isKnown?: boolean;
}
