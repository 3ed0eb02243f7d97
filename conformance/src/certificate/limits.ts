/** What certificates and the files around them are held to. */
export const certificateLimits = {
  validDaysUsual: 90,
  validDaysMax: 366,
  /** How far the clocks of issuer and reader may be apart. */
  clockSkewMs: 5 * 60_000,
  /** One of a full run over a million things names some thousand answers. */
  certificateBytesMax: 16 * 1024 * 1024,
  keyFileBytesMax: 64 * 1024,
  /** A result; bodies are as long as the suite reads them. */
  resultBytesMax: 256 * 1024 * 1024,
  nameCharactersMax: 200,
} as const;
