import { searchParametersSchema } from '@openstraat/spec';
import { createOpeningTimes } from '../src/hours/opening-times.ts';
import type { ChangeLogReader } from '../src/log/change-log.ts';
import { type Library, ownLibrary } from '../src/project/library.ts';
import { createKnownPlaces } from '../src/project/known-places.ts';
import type { PlaceIndex } from '../src/project/place-index.ts';
import { createSearchIndex } from '../src/project/search-index/create-search-index.ts';
import type { SearchIndex } from '../src/project/search-index/search-view.ts';
import { createLocate } from '../src/search/locate.ts';
import { createSearch } from '../src/search/create-search.ts';
import { deriveCursorKey } from '../src/search/cursor-key.ts';
import type { Search } from '../src/search/search.ts';

/** Parameters as they stand in an address. */
export type RawParameters = Readonly<Record<string, string>>;

/** An engine over a log, without a node around it. */
export interface BenchEngine {
  readonly library: Library;
  readonly index: SearchIndex;
  readonly search: Search;
  ask(parameters: RawParameters): ReturnType<Search['search']>;
}

/** Wires index and engine as a node does. */
export const wireEngine = (
  log: ChangeLogReader,
  places: PlaceIndex,
  { now, postcode }: { readonly now: () => number; readonly postcode?: Parameters<typeof createLocate>[1] },
): BenchEngine => {
  const library = ownLibrary(log);
  const index = createSearchIndex({ language: 'nl' });
  const search = createSearch({
    index,
    library,
    clock: { now },
    locate: createLocate(createKnownPlaces(places), postcode ?? (() => undefined)),
    openingTimes: createOpeningTimes(),
    cursorKey: deriveCursorKey(['bench']),
    node: {
      name: 'Bench',
      origin: log.origin,
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      language: 'nl',
    },
  });
  return { library, index, search, ask: (parameters) => search.search(searchParametersSchema.parse(parameters)) };
};
