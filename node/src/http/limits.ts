/** Limits of what a request may ask. Each is tested at the limit and one past it. */
export const httpLimits = {
  /** Path and query together; longer answers 414. Up to here a search says which of its parameters is too long. */
  urlCharactersMax: 61_440,
  queryParametersMax: 32,
  /** Names and values of all header fields together; more answers 431, and so does more of them and the address together. */
  headerBytesMax: 65_536,
  /** Ranges of an Accept field that are looked at; the rest is not. */
  acceptRangesMax: 64,
  /** Clients whose searches are counted at the same time; about 200 bytes each. */
  clientsRememberedMax: 50_000,
  /** Bodies below this are sent as they are: coding them saves nothing. */
  compressedBytesMin: 512,
  /** Bodies above this are coded on another thread, so that other requests go on. */
  compressedHereBytesMax: 32_768,
} as const;
