/** What a term counts that a text has only in a way. */
export const indexWeights = {
  word: 1,
  stem: 1,
  /** `tshirt` of `t-shirt`, and the pieces. */
  piece: 0.8,
  /** The head of a compound says what it is, the other parts what for. */
  headPart: 0.6,
  otherPart: 0.15,
  /** Words behind `met`, `voor` or `van` in a name: they say what a thing has or is for, not what it is. */
  aside: 0.4,
  /** A word of a title, and who wrote it: what a book is about, not what it is. */
  title: 0.25,
  author: 0.3,
  /**
   * A word for a thing right behind another, in a name: `azijn wijn` is vinegar. Half of it or more is left of so little in a short name,
   * since BM25 saturates: less than the thing itself, and enough for a `tuin stoel`.
   */
  behindNoun: 0.2,
  /** In the name of a shop the front part says what it sells, and counts so much more: `wijnhandel`. */
  soldPart: 0.6,
  /** A kind of place: its names, what people type for it, what it has, and `winkel` for any shop. */
  kindName: 1,
  kindSearchWord: 0.8,
  kindGoods: 0.5,
  anyShop: 0.3,
  /** One word of several: `theater` of `movie theater`. */
  phrasePart: 0.4,
} as const;

/** What an alternative counts. */
export const queryWeights = {
  word: 1,
  stem: 0.9,
  joined: 0.8,
  joinedSynonym: 0.7,
  pieces: 0.7,
  parts: 0.5,
  synonym: 0.7,
  prefix: 0.7,
  corrected: 0.5,
} as const;
