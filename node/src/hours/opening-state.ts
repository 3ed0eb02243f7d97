/** Whether a place is open at an instant; `unknown` where nobody said, or where what was said can't be read. */
export interface OpeningState {
  readonly state: 'open' | 'closed' | 'unknown';
  /** When that changes, in milliseconds since 1970; absent when it does not within `openingLookAheadDays`, or is unknown. */
  readonly changesAtMs?: number;
  /** What it changes to; there when `changesAtMs` is. Open until a time at which it becomes unknown is open until then *at least*. */
  readonly changesTo?: 'open' | 'closed' | 'unknown';
  /** Unknown because it is a public holiday, of which the opening hours say nothing. */
  readonly isHoliday?: true;
}

/** What decides when a place is open. */
export interface OpeningRules {
  /** Syntax of OpenStreetMap, or `unknown`. */
  readonly openingHours: string;
  /** Days closed, whatever the opening hours say: first and last day as `YYYY-MM-DD`, both included. */
  readonly closures: readonly { readonly from: string; readonly through: string }[];
  /** IANA time zone. */
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2, in upper case: whose public holidays count. */
  readonly country: string;
}
