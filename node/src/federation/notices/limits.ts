/** What notices keep to. */
export const noticeLimits = {
  /** A follower that can't be reached is told again after this: what waits for it is tried by itself. */
  unreachableMs: 6 * 3_600_000,
  /** Between two looks at the head of the log; followers are told when it stood still from one to the next. */
  lookMs: 1_000,
  /** After so long they are told although it still moves: imports may run for minutes. */
  unquietMsMax: 15_000,
} as const;
