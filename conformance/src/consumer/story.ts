import type { ConsumerLimits } from './limits.ts';

/** A request of the reader and what became of it. */
export interface StoryExchange {
  readonly id: number;
  /** From 1. */
  readonly visit: number;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly atMs: number;
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Bytes of the body that went out. */
  bytes: number;
  /** Of what went out of the body, in lower-case hex. */
  readonly sha256: () => string;
  /** When the body was at its end, or the reader left it. */
  endedAtMs: number | undefined;
  /** How the body began. */
  excerpt: string;
}

/** How a visit ended. */
export interface VisitEnd {
  /** What the reader holds, as it tells. */
  readonly digest: string | undefined;
  /** What a right reader holds. */
  readonly right: string;
  /** How it ended, in words. */
  readonly words: string;
  /** It took too long, and was ended. */
  readonly overdue: boolean;
}

/** Everything that a reader did on one feed. */
export interface Story {
  /** The first page. */
  readonly start: string;
  readonly origin: string;
  readonly elsewhere: string;
  /** Every address that the feed gave out. */
  readonly given: ReadonlySet<string>;
  readonly limits: ConsumerLimits;
  readonly exchanges: readonly StoryExchange[];
  readonly visits: readonly VisitEnd[];
}
