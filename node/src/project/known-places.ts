import type { ChangeLogReader } from '../log/change-log.ts';
import type { Library } from './library.ts';
import { type Coordinates, createPlaceIndex, type PlaceIndex } from './place-index.ts';
import type { PlaceSummary } from './place-summary.ts';

/** The places of all logs, for finding where a postcode or a town is. */
export interface KnownPlaces {
  /** Catches up with the replicas; one that can't be read keeps what it had. */
  follow(library: Library): Promise<void>;
  /** Those of each node, the own first; stable until the next change. */
  byNode(): readonly (readonly PlaceSummary[])[];
  /** By the node's own places where they know the postcode, else by those of others in order of their origins. */
  placesByPostcode(postcode: string): Coordinates | undefined;
}

interface Followed {
  readonly log: ChangeLogReader;
  readonly places: PlaceIndex;
}

/** @param own kept up by others: commands wait for it */
export const createKnownPlaces = (own: PlaceIndex): KnownPlaces => {
  let others: readonly Followed[] = [];
  let parts: readonly (readonly PlaceSummary[])[] = [];

  const isSame = (now: readonly (readonly PlaceSummary[])[]): boolean =>
    now.length === parts.length && now.every((part, place) => part === parts[place]);

  return {
    async follow(library) {
      // A log of the same origin that was begun anew is another one.
      others = library
        .replicas()
        .map((log) => others.find((one) => one.log === log) ?? { log, places: createPlaceIndex() })
        .toSorted((one, other) => (one.log.origin < other.log.origin ? -1 : 1));
      await Promise.allSettled(others.map(({ log, places }) => places.follow(log)));
    },
    byNode() {
      const now = [own, ...others.map(({ places }) => places)].map((places) => places.all());
      if (!isSame(now)) parts = now;
      return parts;
    },
    placesByPostcode(postcode) {
      for (const places of [own, ...others.map((one) => one.places)]) {
        const point = places.placesByPostcode(postcode);
        if (point !== undefined) return point;
      }
      return undefined;
    },
  };
};
