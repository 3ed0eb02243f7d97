import { foldText } from '../language/fold.ts';
import { normalisePostcode, type PlaceSummary } from '../project/place-summary.ts';
import type { KnownPlaces } from '../project/known-places.ts';
import type { Point } from './geodesic.ts';
import { centreOf, type Town, townsAmong } from './town-groups.ts';

/** Where a postcode or a town is, as far as this node knows. */
export interface Locate {
  postcode(postcode: string): Point | undefined;
  /** Towns of a name, those of most places first. */
  town(name: string): readonly Town[];
  /** Names of towns that it knows, those of most places first. */
  towns(): readonly string[];
}

/** Digits of a Dutch postcode that stand for a district. */
const districtPattern = /^\d{4}$/;
const districtCharacters = 4;

/** A town's name as it is compared: no accents, lower case, letters and digits only. */
const townKey = (name: string): string =>
  foldText(name)
    .replace(/^'s[ -]/, 's ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const groupBy = (
  places: readonly PlaceSummary[],
  keyOf: (place: PlaceSummary) => string | undefined,
): Map<string, PlaceSummary[]> => {
  const groups = new Map<string, PlaceSummary[]>();
  for (const place of places) {
    const key = keyOf(place);
    if (key === undefined || key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
};

const centreIn = (groups: ReadonlyMap<string, readonly PlaceSummary[]>, key: string): Point | undefined => {
  const group = groups.get(key);
  return group === undefined ? undefined : centreOf(group);
};

/**
 * Locates by the operator's gazetteer first, then by places.
 * @param places the node's own, and those of the nodes that it follows
 * @param gazetteer finds the point of a postcode in the operator's file
 */
export const createLocate = (
  places: Pick<KnownPlaces, 'all' | 'placesByPostcode'>,
  gazetteer: (postcode: string) => Point | undefined,
): Locate => {
  let from: readonly PlaceSummary[] | undefined;
  let towns = new Map<string, PlaceSummary[]>();
  const parted = new Map<string, readonly Town[]>();
  let districts = new Map<string, PlaceSummary[]>();
  const refresh = (): void => {
    const all = places.all();
    if (all === from) return;
    from = all;
    parted.clear();
    towns = groupBy(all, ({ town }) => townKey(town));
    districts = groupBy(all, ({ postcode }) => postcode?.slice(0, districtCharacters));
  };
  return {
    postcode(postcode) {
      const point = gazetteer(postcode) ?? places.placesByPostcode(postcode);
      if (point !== undefined) return { latitude: point.latitude, longitude: point.longitude };
      const digits = normalisePostcode(postcode);
      if (!districtPattern.test(digits)) return undefined;
      refresh();
      return centreIn(districts, digits);
    },
    town(name) {
      refresh();
      const key = townKey(name);
      const named = towns.get(key);
      if (named === undefined) return [];
      const found = parted.get(key) ?? townsAmong(named);
      parted.set(key, found);
      return found;
    },
    towns() {
      refresh();
      return [...towns.values()]
        .toSorted((one, other) => other.length - one.length)
        .map(([first]) => first?.town ?? '');
    },
  };
};
