import type { Memory } from '../memory.ts';
import type { Timings } from './timings.ts';

/** What `engine-child.ts` measured. */
export interface EngineFigures {
  readonly buildSeconds: number;
  /** Share of the queries that found something. */
  readonly answered: number;
  readonly timings: Timings;
  /** p95. */
  readonly suggestMs: number;
  /** p99. */
  readonly hostileMs: number;
  /** Offers changed a second: written to the log and followed by the index. */
  readonly updatesWithLog: number;
  /** The same, of the index alone. */
  readonly updates: number;
  readonly memory: Memory;
}
