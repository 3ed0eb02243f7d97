/** Limits of the page that tries the interface. */
export const openApiLimits = {
  /** Characters of an answer that the page shows. */
  bodyShownCharactersMax: 50_000,
} as const;
