import type { Check } from '../../check.ts';
import { definePageFaultCheck } from '../../define-page-fault-check.ts';

/** FEED-022: How the stream is told as RDF. */
export const streamMembers: Check = definePageFaultCheck({
  name: 'stream-members',
  requirement: 'FEED-022',
  title: 'How the stream is told as RDF',
  fault:
    'A page lacks timestampPath, sequencePath, versionOfPath, versionDeletePath or versionDeleteObject, or has another value there.',
  consumerLoses: "LDES clients don't know what orders the stream and what a deletion looks like.",
  whatToDo: 'Copy the five members from the spec onto every page.',
  says: 'is not what the spec gives',
});
