import type { Check, PageWatcher } from '../checks/check.ts';
import type { Gathered, Gatherer } from '../evidence/gatherer.ts';
import type { Callback } from '../callback/callback.ts';
import type { HttpClient } from '../fetching/http-client.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One run of the suite, as gatherers and checks see it. */
export interface Run {
  /** The URL under test. */
  readonly tested: URL;
  readonly client: HttpClient;
  /** Read the whole feed, not a sample. */
  readonly full: boolean;
  /** The checks that this run makes. */
  readonly checks: readonly Check[];
  /** The watchers of this run's page checks, once the walk has begun. */
  readonly watchers: Map<Check, PageWatcher>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Random numbers for one purpose, the same for the same seed whatever else the run does. */
  readonly random: (purpose: string) => SeededRandom;
  /** The evidence of a gatherer, gathered on the first call. */
  readonly gather: <T>(gatherer: Gatherer<T>) => Promise<Gathered<T>>;
  /** Called once, when everything was judged but what needs late evidence. */
  readonly beforeLate: () => Promise<void>;
  /** Where the publisher can reach the suite; undefined where it can not. */
  readonly callback: Callback | undefined;
  /** Part of all addresses that the suite gives itself: no other run has it. */
  readonly token: string;
  /** The longest that is waited for something to arrive. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** Ends something with the run. */
  readonly endWithRun: (resource: AsyncDisposable) => void;
  /** Says how far a long gathering is. */
  readonly tell: (gatherer: string, progress: string) => void;
  /** Puts a sentence into the report: what was seen, and what was not. */
  readonly note: (words: string) => void;
}
