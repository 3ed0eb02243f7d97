/** Limits of opening hours. Each is tested at the limit and one past it. */
export const hoursLimits = {
  /** How far a change of state is looked for. */
  openingLookAheadDays: 7,
  /** UTF-16 units of opening hours that are read; the protocol allows no more. */
  hoursCharactersMax: 2_000,
  /** UTF-16 units of those that are not a plain week: the package takes some microseconds for each. */
  packageCharactersMax: 1_000,
  /** Rules of opening hours: a week, and special hours for two months. */
  hoursRulesMax: 70,
  /** Closures of one place; the protocol allows no more. */
  closuresMax: 100,
  /** Dates that the package may make for one window: some milliseconds of work. */
  packageStepsMax: 20_000,
  /** Opening hours kept compiled; all are forgotten when one more comes. */
  compiledHoursMax: 20_000,
  /** Windows kept of the same opening hours: the present one, the next, and another that is asked for. */
  windowsMax: 3,
  /** Years whose public holidays are kept, over all countries. */
  holidayYearsMax: 200,
  /** Time zones kept; there are some 600 names, and offsets such as `+05:30`. */
  timeZonesMax: 1_000,
  /** Days whose offset is kept, in each time zone. */
  offsetDaysMax: 2_000,
  /** Before this year nobody asks, and behind it nobody knows the holidays. */
  firstYear: 1970,
  lastYear: 2199,
} as const;

export const dayMs = 86_400_000;
