import type { Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { askSomeThings, type ThingAnswer } from './thing-answers.ts';

/** What the ids of some deleted things answer. */
export const deletedDocuments: Gatherer<readonly ThingAnswer[]> = askSomeThings('deleted-documents', {
  isIt: ({ isLive, movedTo }) => !isLive && movedTo === undefined,
  most: evidenceLimits.deletedDocuments,
});
