import type { SearchResult } from '@openstraat/spec';

/** What comes first whatever its score: what was found, places that carry it, and what is farther. */
export const tierOf = (result: SearchResult): 0 | 1 | 2 => {
  if (result.farther) return 2;
  return result.type === 'place' && result.carries !== undefined && result.carries.length > 0 ? 1 : 0;
};
