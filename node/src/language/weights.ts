/** What a term counts that a text has only in a way. */
export const indexWeights = {
  word: 1,
  stem: 1,
  /** `tshirt` of `t-shirt`, and the pieces. */
  piece: 0.8,
  /** The last part of a compound says what it is, those before it what for. */
  lastPart: 0.5,
  frontPart: 0.2,
  /** A kind of place: its names, what people type for it, what it has, and `winkel` for any shop. */
  kindName: 1,
  kindSearchWord: 0.8,
  kindGoods: 0.5,
  anyShop: 0.3,
} as const;

/** What an alternative counts. */
export const queryWeights = {
  word: 1,
  stem: 0.9,
  joined: 0.8,
  pieces: 0.7,
  parts: 0.5,
  synonym: 0.7,
  prefix: 0.7,
  corrected: 0.5,
} as const;
