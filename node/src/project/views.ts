import { createKnownPlaces, type KnownPlaces } from './known-places.ts';
import type { Library } from './library.ts';
import { createPlaceIndex, type PlaceIndex } from './place-index.ts';
import { createSearchIndex } from './search-index/create-search-index.ts';
import type { MergeRules } from './search-index/limits.ts';
import type { SearchIndex } from './search-index/search-view.ts';

/** What projections make of the log, for those who read. */
export interface Views extends AsyncDisposable {
  /** The node's own places. */
  readonly places: PlaceIndex;
  /** Those of all nodes, for finding towns and postcodes. */
  readonly knownPlaces: KnownPlaces;
  readonly search: SearchIndex;
  /** Lets every view catch up with the library. */
  follow(library: Library): Promise<void>;
}

/** What views need. */
export interface ViewsOptions {
  /** The node's own language, of texts that name none. */
  readonly language: string;
  /** Told of what failed in the background; views go on with what they have. */
  readonly onFault?: (cause: unknown) => void;
  /** Told of another node's log that could not be read; views try again later. */
  readonly onReplicaFault?: (origin: string, cause: unknown) => void;
  /** When the search index merges what has changed. */
  readonly rules?: MergeRules;
}

/** Makes views that hold nothing yet. */
export const createViews = (options: ViewsOptions): Views => {
  const places = createPlaceIndex();
  const knownPlaces = createKnownPlaces(places);
  const search = createSearchIndex(options);
  return {
    places,
    knownPlaces,
    search,
    async follow(library) {
      await Promise.all([places.follow(library.own), knownPlaces.follow(library), search.follow(library)]);
    },
    async [Symbol.asyncDispose]() {
      await search[Symbol.asyncDispose]();
    },
  };
};
