import type { ChangeLogReader } from '../log/change-log.ts';
import { createPlaceIndex, type PlaceIndex } from './place-index.ts';
import { createSearchIndex } from './search-index/create-search-index.ts';
import type { SearchIndex } from './search-index/search-view.ts';

/** What projections make of the log, for those who read. */
export interface Views extends AsyncDisposable {
  readonly places: PlaceIndex;
  readonly search: SearchIndex;
  /** Lets every view catch up with the log. */
  follow(log: ChangeLogReader): Promise<void>;
}

/** What views need. */
export interface ViewsOptions {
  /** The node's own language, of texts that name none. */
  readonly language: string;
  /** Told of what failed in the background; views go on with what they have. */
  readonly onFault?: (cause: unknown) => void;
}

/** Makes views that hold nothing yet. */
export const createViews = ({ language, onFault }: ViewsOptions): Views => {
  const places = createPlaceIndex();
  const search = createSearchIndex({ language, ...(onFault === undefined ? {} : { onFault }) });
  return {
    places,
    search,
    async follow(log) {
      await Promise.all([places.follow(log), search.follow(log)]);
    },
    async [Symbol.asyncDispose]() {
      await search[Symbol.asyncDispose]();
    },
  };
};
