import { thingId } from '@openstraat/spec';
import type { Candidate } from '../model/draft.ts';
import type { Touches } from './write-queue.ts';

/** A batch writes its things, and looks whether the places are there at which they stand; undefined when a thing occurs twice in it. */
export const touchesOf = (batch: readonly Candidate[]): Touches | undefined => {
  const writes = new Set<string>();
  const scopes = new Set<string>();
  for (const { id, scope } of batch) {
    writes.add(id);
    scopes.add(scope);
  }
  if (writes.size < batch.length) return undefined;
  return { writes, reads: new Set([...scopes].map((scope) => thingId('Place', scope))) };
};
