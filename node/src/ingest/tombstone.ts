import type { ThingId } from '@openstraat/spec';
import type { ThingChange, ThingState } from '../log/change-log.ts';

/** The change that takes a thing away. */
export const tombstone = (id: ThingId, previous: ThingState): ThingChange => ({
  id,
  kind: previous.kind,
  text: undefined,
  hash: undefined,
  observedAt: undefined,
  previous,
});
