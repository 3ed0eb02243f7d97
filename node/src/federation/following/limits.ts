/** What telling others that they are no longer followed keeps to. */
export const farewellLimits = {
  /** After so long it is tried again, when it could not be put where it is sent from. */
  againMs: 60_000,
} as const;
