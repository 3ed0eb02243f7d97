import type { Spoiler } from '../../spoiler.ts';

/** An entry says a second position to readers of RDF only. */
export const positionToldTwice: Spoiler = {
  name: 'position-told-twice',
  fails: ['entries-as-rdf'],
  entry: (item) => ({ ...item, 'os:position': 7 }),
};
