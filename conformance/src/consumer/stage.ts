import type { Clock } from './clock.ts';

/** How a visit went, as the reader tells it. */
export interface Visited {
  /** Digest of what it holds; undefined when it told none. */
  readonly digest: string | undefined;
  /** How it ended: "it ended with code 1". */
  readonly words: string;
}

/** One reader on one feed: what it holds stays from visit to visit. */
export interface ReaderSession extends AsyncDisposable {
  /** Lets it read until it has had enough. The signal ends it. */
  readonly visit: (feed: string, signal: AbortSignal) => Promise<Visited>;
}

/** A reader that can be tested. */
export interface Reader {
  /** As reports call it. */
  readonly name: string;
  readonly open: () => Promise<ReaderSession>;
}

/** Where a scenario is played: a server and a reader. */
export interface Stage extends AsyncDisposable {
  readonly origin: string;
  readonly elsewhere: string;
  readonly clock: Clock;
  readonly session: ReaderSession;
}

/** Answers for both origins of a stage. */
export type Handler = (request: Request) => Promise<Response>;
export type OpenStage = (handler: Handler) => Promise<Stage>;
