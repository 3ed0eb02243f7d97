import type { Clock } from './clock.ts';
import type { ConsumerLimits } from './limits.ts';
import type { ScriptedFeed } from './scripted-feed.ts';

/** A request of the reader, as a script sees it. */
export interface Asked {
  /** From 1. */
  readonly visit: number;
  readonly url: string;
  /** How often this address was asked for, this time included. */
  readonly times: number;
  readonly headers: Headers;
}

/** What happens on a feed while it is read. */
export interface Script {
  /** How often the reader comes. */
  readonly visits: number;
  readonly beforeVisit?: (visit: number) => void;
  /** In place of what the feed answers. */
  readonly answer?: (asked: Asked) => Response | undefined;
  /** After an answer was given: changes between pages happen here. */
  readonly afterAnswer?: (asked: Asked) => void;
  /** No visit begins before this time. */
  readonly quietUntilMs?: () => number;
}

/** A feed and what happens on it; the same scenario can serve several checks. */
export interface Scenario {
  readonly name: string;
  readonly entriesPerPage?: number;
  readonly begin: (parts: {
    readonly feed: ScriptedFeed;
    /** An origin that is not the feed's. */
    readonly elsewhere: string;
    readonly clock: Clock;
    readonly limits: ConsumerLimits;
  }) => Script;
}
