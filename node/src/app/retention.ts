import type { Ingest } from '../ingest/ingest.ts';
import type { Clock } from '../model/clock.ts';

const dayMs = 86_400_000;
const sweepEveryMs = 6 * 3_600_000;

/** FEED-014: forgets tombstones once they are older than the retention, at start and every six hours. */
export const startRetention = (
  ingest: Ingest,
  clock: Clock,
  days: number,
  onFault: (fault: unknown) => void,
): Disposable => {
  const sweep = (): void => void ingest.dropTombstones(clock.now() - days * dayMs).catch(onFault);
  const timer = setInterval(sweep, sweepEveryMs);
  timer.unref();
  sweep();
  return { [Symbol.dispose]: () => clearInterval(timer) };
};
