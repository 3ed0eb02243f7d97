import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { merge, type MergeInput, type Merged } from './merge.ts';

/** Makes a new base; a signal that is aborted stops it. @throws {Error} when it could not be made */
export type RunMerge = (input: MergeInput, signal: AbortSignal) => Promise<Merged>;

/** The worker beside this file: `.ts` where sources run, `.js` where they were compiled. */
const workerFile = new URL(`./merge-worker${extname(import.meta.url)}`, import.meta.url);

/** The arrays of a merge are not on its heap; new objects there live shortly, and their space need not grow to its usual 128 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 } as const;

/** Merges on a thread of its own. */
export const mergeOnWorker: RunMerge = (input, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: input, resourceLimits });
    const stop = (): void => {
      worker.terminate().catch(() => undefined);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (merged: Merged) => resolve(merged));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`The worker that merges the search index ended with code ${code} and no answer.`));
    });
  });

/** Merges here and now. */
export const mergeInProcess: RunMerge = async (input) => merge(input);
