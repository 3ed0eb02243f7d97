import { parentPort, workerData } from 'node:worker_threads';
import { merge, type MergeInput } from './merge.ts';

// One merge, then the thread ends: all that it made is in shared memory.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows; this is a thread's port
parentPort?.postMessage(merge(workerData as MergeInput));
