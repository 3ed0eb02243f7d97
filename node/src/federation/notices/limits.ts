/** What notices keep to. */
export const noticeLimits = {
  /** A follower that can't be reached is told again after this: what waits for it is tried by itself. */
  unreachableMs: 6 * 3_600_000,
  /** Between two looks at the head of the log. */
  lookMs: 250,
} as const;
