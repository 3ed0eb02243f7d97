import type { Check } from '../checks/check.ts';
import { notTested } from '../checks/verdict.ts';
import { type Gathered, type Gatherer, missing } from '../evidence/gatherer.ts';
import type { Callback } from '../callback/callback.ts';
import type { HttpClient } from '../fetching/http-client.ts';
import type { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { SeededRandom } from './seeded-random.ts';

/** Makes the run that gatherers and checks see. */
export const makeRun = (parts: {
  readonly tested: URL;
  readonly client: HttpClient;
  readonly full: boolean;
  readonly checks: readonly Check[];
  readonly seed: string;
  readonly now: () => number;
  readonly notes: Set<string>;
  readonly onProgress: (progress: Progress) => void;
  readonly beforeLate: () => Promise<void>;
  readonly callback: Callback | undefined;
  readonly token: string;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  readonly endWithRun: (resource: AsyncDisposable) => void;
}): Run => {
  const { seed, notes, onProgress, ...given } = parts;
  const gathered = new Map<Gatherer<unknown>, Promise<Gathered<unknown>>>();
  const run: Run = {
    ...given,
    watchers: new Map(),
    random: (purpose) => new SeededRandom(`${seed} ${purpose}`),
    gather<T>(gatherer: Gatherer<T>): Promise<Gathered<T>> {
      let promise = gathered.get(gatherer);
      if (promise === undefined) {
        onProgress({ step: 'gathering', evidence: gatherer.name, words: '' });
        promise = gatherer
          .gather(run)
          .catch((error: unknown) =>
            missing(
              notTested(
                'suite-fault',
                `gathering ${gatherer.name} failed: ${error instanceof Error ? error.message : String(error)}`,
              ),
            ),
          );
        gathered.set(gatherer, promise);
      }
      return promise as Promise<Gathered<T>>;
    },
    tell: (evidence, words) => onProgress({ step: 'gathering', evidence, words }),
    note: (words) => notes.add(words),
  };
  return run;
};
