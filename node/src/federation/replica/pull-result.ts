import type { FetchFailureCode } from '../fetching/fetched.ts';

/** Why a pull did not end with the replica as the peer's checkpoint says. Codes are stable, words are not. */
export interface PullReason {
  readonly code:
    | FetchFailureCode
    | 'answer-unexpected'
    | 'description-broken'
    | 'keys-unproven'
    | 'page-broken'
    | 'page-of-other-things'
    | 'walk-loops'
    | 'checkpoint-unproven'
    | 'starts-over'
    | 'too-many-things'
    | 'replica-full'
    | 'walk-too-large'
    | 'walk-endless'
    | 'more-to-come'
    | 'digest-differs'
    | 'moved';
  readonly words: string;
  /** What was asked. */
  readonly url: string;
  /** Requirements that the answer breaks. */
  readonly requirements?: readonly string[];
}

/** A thing that was left out. */
export interface EntryIssue {
  readonly id: string;
  /** Where in the thing's data. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** How far a pull is. */
export interface PullProgress {
  /** Whether it reads the whole feed, or what is new. */
  readonly phase: 'walking' | 'sweeping' | 'following';
  /** Entries read by this pull. */
  readonly entries: number;
  readonly changed: number;
  readonly removed: number;
  /** Live things that the replica holds now. */
  readonly live: number;
}

export interface PullResult {
  /**
   * `current`: the replica is what the checkpoint counts. `behind`: there is more to read. `failed`: the peer's answer was of no use; the replica is as the last good page left it.
   * `differs`: it is not what the checkpoint counts, though it was read anew from nothing.
   * `moved`: the peer lives on elsewhere, and the replica stays as it is.
   */
  readonly state: 'current' | 'behind' | 'failed' | 'differs' | 'moved';
  readonly changed: number;
  readonly removed: number;
  readonly entries: number;
  readonly pages: number;
  /** As received, compressed. */
  readonly bytes: number;
  /** Things left out by this pull. */
  readonly issues: { readonly count: number; readonly first: readonly EntryIssue[] };
  /** Why it read the whole feed although it held some of it. */
  readonly walkedBecause?: string;
  /** Milliseconds since 1970. */
  readonly nextPollAtMs: number;
  readonly reason?: PullReason;
}
