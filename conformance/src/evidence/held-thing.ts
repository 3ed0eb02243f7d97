/** A thing as the newest entry that was met says. */
export interface HeldThing {
  readonly id: string;
  /** Undefined where the vocabulary has no such kind. */
  readonly kind: string | undefined;
  readonly position: number;
  readonly isLive: boolean;
  /** What it adds to the digest; undefined for a tombstone, and where its data has no canonical form. */
  readonly term: bigint | undefined;
  /** Of a tombstone: when it was published, in milliseconds since 1970; not a number where that makes no sense. */
  readonly publishedMs: number;
  /** Of a tombstone: where it says that the thing lives on. */
  readonly movedTo: string | undefined;
  /** Exchange of the page, and index on it. */
  readonly exchange: number;
  readonly at: number;
}

/** Things by their id: there may be millions, so walk over them instead of copying them. */
export interface HeldThings {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): HeldThing | undefined;
  values(): IteratorObject<HeldThing>;
}
