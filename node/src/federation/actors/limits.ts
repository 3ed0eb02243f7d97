/** Limits of actors. Each is tested at the limit and one past it. */
export const actorLimits = {
  /** Actors of places. All are in memory; each is small. */
  placeActorsMax: 20_000,
  /** Characters of an identifier: it is part of an address, and the name of a file. */
  identifierCharactersMax: 200,
  /** Names that an actor had before, and is found by. */
  formerNamesMax: 20,
  /** Key pairs held ready to sign with; others are read again from their files. */
  keyPairsReadyMax: 1_000,
  /** Old keys that an actor still shows, a pair each; the oldest goes. Its document is read by everybody. */
  formerKeysMax: 20,
  /** Followers that one message to many names. */
  recipientsAtOnce: 1_000,
  /** Between two looks whether profiles have changed. */
  profileLookMs: 15_000,
} as const;
