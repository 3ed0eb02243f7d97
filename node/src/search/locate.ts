import { foldText } from '../language/fold.ts';
import { normalisePostcode, type PlaceSummary } from '../project/place-summary.ts';
import type { KnownPlaces } from '../project/known-places.ts';
import { geodesicMetres, type Point } from './geodesic.ts';
import { centreOf, type Town, townsAmong } from './town-groups.ts';

/** Where a postcode or a town is, as far as this node knows. */
export interface Locate {
  postcode(postcode: string): Point | undefined;
  /** Towns that a name may mean here, those of most places first: the node's own; else, of those that others have, the one nearest to its places. */
  town(name: string): readonly Town[];
  /** Names of towns that it knows: its own before those of others, those of most places first. */
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

/** What the places of one node say about where things are. */
interface NodePlaces {
  readonly towns: ReadonlyMap<string, readonly PlaceSummary[]>;
  readonly districts: ReadonlyMap<string, readonly PlaceSummary[]>;
  readonly centre: Point | undefined;
}

const readPlaces = (places: readonly PlaceSummary[]): NodePlaces => ({
  towns: groupBy(places, ({ town }) => townKey(town)),
  districts: groupBy(places, ({ postcode }) => postcode?.slice(0, districtCharacters)),
  centre: places.length === 0 ? undefined : centreOf(places),
});

const townNames = ({ towns }: NodePlaces): readonly string[] =>
  [...towns.values()].toSorted((one, other) => other.length - one.length).map(([first]) => first?.town ?? '');

/** Joins what several nodes call the same. */
const joinTowns = (nodes: readonly NodePlaces[], key: string): readonly PlaceSummary[] =>
  nodes.flatMap(({ towns }) => towns.get(key) ?? []);

const nearestTo = <T extends { readonly point: Point }>(centre: Point, found: readonly T[]): T | undefined =>
  found
    .map((one) => ({ one, metres: geodesicMetres(centre, one.point) }))
    .toSorted((one, other) => one.metres - other.metres)[0]?.one;

/**
 * Locates by the operator's gazetteer first, then by places. What the node's own places say of a name decides:
 * else whoever has most places there would move a town.
 * @param places the node's own, and those of the nodes that it follows
 * @param gazetteer finds the point of a postcode in the operator's file
 */
export const createLocate = (
  places: Pick<KnownPlaces, 'byNode' | 'placesByPostcode'>,
  gazetteer: (postcode: string) => Point | undefined,
): Locate => {
  let from: readonly (readonly PlaceSummary[])[] | undefined;
  let read = new Map<readonly PlaceSummary[], NodePlaces>();
  let own = readPlaces([]);
  let others: readonly NodePlaces[] = [];
  const parted = new Map<string, readonly Town[]>();
  const refresh = (): void => {
    const now = places.byNode();
    if (now === from) return;
    from = now;
    parted.clear();
    read = new Map(now.map((one) => [one, read.get(one) ?? readPlaces(one)]));
    [own = readPlaces([]), ...others] = read.values();
  };
  const meant = (key: string): readonly Town[] => {
    const named = own.towns.get(key);
    if (named !== undefined) return townsAmong(named);
    const elsewhere = townsAmong(joinTowns(others, key));
    const nearest = own.centre && nearestTo(own.centre, elsewhere);
    return nearest === undefined ? elsewhere : [nearest];
  };
  return {
    postcode(postcode) {
      const point = gazetteer(postcode) ?? places.placesByPostcode(postcode);
      if (point !== undefined) return { latitude: point.latitude, longitude: point.longitude };
      const digits = normalisePostcode(postcode);
      if (!districtPattern.test(digits)) return undefined;
      refresh();
      const [first, ...more] = [own, ...others].flatMap(({ districts }) => {
        const group = districts.get(digits);
        return group === undefined ? [] : [{ point: centreOf(group) }];
      });
      if (first === undefined || own.districts.has(digits) || own.centre === undefined) return first?.point;
      return nearestTo(own.centre, [first, ...more])?.point;
    },
    town(name) {
      refresh();
      const key = townKey(name);
      const found = parted.get(key) ?? meant(key);
      if (found.length > 0) parted.set(key, found);
      return found;
    },
    towns() {
      refresh();
      return [...new Set([own, ...others].flatMap(townNames))];
    },
  };
};
