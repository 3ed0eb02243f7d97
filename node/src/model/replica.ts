import type { Position, SetDigest, ThingId } from '@openstraat/spec';

/** An entry of a peer's feed that has passed every check of its form. */
export interface RemoteEntry {
  /** Path of its id under the peer's origin. */
  readonly id: ThingId;
  /** Where it stands in the peer's feed. */
  readonly position: Position;
  /** What the peer says of the thing. */
  readonly state: 'live' | 'deleted' | 'left-out';
  /** Canonical text as the log stores it; of live things only. */
  readonly text: string | undefined;
  /** Data hash; undefined for a tombstone. */
  readonly hash: string | undefined;
  readonly observedAt: string | undefined;
}

/** Where the reader of a peer's feed stands. It is kept beside the things, and moves with them. */
export interface ReplicaCursor {
  /** Number of the last walk from nothing; 0 before the first. */
  readonly walk: number;
  /** In a walk; clearing away what a walk has not met; keeping up. */
  readonly phase: 'walking' | 'sweeping' | 'following';
  readonly epoch: string;
  /** The address to ask next. */
  readonly next: string;
  /** Whether that is the page that was read last, which may then show its entries again. */
  readonly asksAgain: boolean;
  /** Entity tag of that page. */
  readonly tag: string | undefined;
  /** What that page's checkpoint counts: it still does when the peer says that nothing changed. */
  readonly checkpoint: { readonly live: number; readonly digest: string } | undefined;
  /** Until when that page need not be asked for again, in milliseconds since 1970. */
  readonly freshUntilMs: number;
  /** Highest position that was met in this walk, or behind it; -1 for none. */
  readonly position: Position;
  /** Head of the last checkpoint that was met in this walk, or behind it; -1 for none. */
  readonly head: Position;
  /** What was read in this walk, or since a day of keeping up began. */
  readonly read: { readonly sinceMs: number; readonly pages: number; readonly entries: number; readonly bytes: number };
  /** When the last walk reached the head, in milliseconds since 1970. */
  readonly walkedAtMs: number;
  /** What became of the last comparison with a checkpoint: a full walk may heal a difference. */
  readonly comparison: 'equal' | 'healing' | 'differs';
  /** When the last walks that began anew did so, newest last. */
  readonly begunAnewMs: readonly number[];
  /** Pulls in a row that failed. */
  readonly failures: number;
  /** When the peer wants to be asked again at the earliest. */
  readonly notBeforeMs: number;
}

/** Live things of a peer that the replica could not take, as the peer's checkpoint counts them. */
export interface LeftOut {
  readonly live: number;
  /** Sum of their digest terms. */
  readonly digest: SetDigest;
}

/** What a page or a sweep did to a replica. */
export interface ReplicaChange {
  /** Things that are new, or say something else than before. */
  readonly changed: number;
  readonly removed: number;
}

/** The writing side of a replica. Calls may overlap; their writes never do. */
export interface ReplicaWriter {
  /** undefined before the first page. */
  cursor(): Promise<ReplicaCursor | undefined>;
  leftOut(): Promise<LeftOut>;
  /** Entries that the replica remembers: live, deleted or left out. */
  remembered(): Promise<number>;
  /** Keys and the like that were learnt of the peer. */
  note(name: string): Promise<string | undefined>;
  /**
   * Writes entries and the cursor behind them together or not at all. An entry that is older than what the replica holds changes nothing,
   * and neither does the deletion of what it has never met.
   */
  applyPage(
    entries: readonly RemoteEntry[],
    cursor: ReplicaCursor,
    options: { readonly durable: boolean },
  ): Promise<ReplicaChange>;
  /** Takes away what the walk of this number has not met, in small turns; may be broken off and begun again. */
  sweep(walk: number, signal?: AbortSignal): Promise<ReplicaChange>;
  /** Moves the cursor alone. */
  moveTo(cursor: ReplicaCursor): Promise<void>;
  /** Keeps one fact of the peer under a name. */
  keepNote(name: string, value: string): Promise<void>;
  /** Forgets the tombstones that the replica wrote before a time in milliseconds since 1970, and what it remembers of them. @returns how many */
  dropTombstones(beforeMs: number): Promise<number>;
}
