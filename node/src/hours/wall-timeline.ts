/** Whether a place is open; `holiday` where it would be, but for a public holiday that its hours say nothing of. */
export type State = 'open' | 'closed' | 'unknown' | 'holiday';

/** States in the order of time: each holds from its start to the next start, the last one to the end of what was asked. */
export interface WallTimeline {
  /** Milliseconds since 1970 as a clock on the place's wall shows them, ascending. */
  readonly startsWallMs: readonly number[];
  readonly states: readonly State[];
}

/** Opening hours that were read: says what holds on some days, in the place's wall time. */
export interface HoursPlan {
  /**
   * What holds on these days.
   * @param firstDay days since 1970
   * @param days how many
   * @returns undefined where it can't be worked out
   */
  timeline(firstDay: number, days: number): WallTimeline | undefined;
}
