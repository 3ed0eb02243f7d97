import { isPosition } from '../json/json-value.ts';
import type { SeenEntry } from './seen-page.ts';
import type { ThingState } from './thing-table.ts';

/** Nobody asks when a live thing was published, and 0 takes no room. */
const publishedMsOf = (isLive: boolean, published: unknown): number => {
  if (isLive) return 0;
  return typeof published === 'string' ? Date.parse(published) : Number.NaN;
};

/** What an entry says of which thing; undefined where it names none, or no position. */
export const stateOfEntry = (
  exchange: number,
  { at, item }: SeenEntry,
): { readonly id: string; readonly state: Omit<ThingState, 'term'> } | undefined => {
  const { id, kind, modified: position, state, published, movedTo } = item;
  if (typeof id !== 'string' || !isPosition(position)) return undefined;
  const isLive = state === 'updated';
  return {
    id,
    state: {
      kind,
      position,
      isLive,
      publishedMs: publishedMsOf(isLive, published),
      movedTo: !isLive && typeof movedTo === 'string' ? movedTo : undefined,
      exchange,
      at,
    },
  };
};
