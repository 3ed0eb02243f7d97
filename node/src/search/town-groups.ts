import type { PlaceSummary } from '../project/place-summary.ts';
import type { Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';

/** A town: places of one name that are near each other. */
export interface Town {
  readonly point: Point;
  readonly places: number;
  /** A postcode in it, where any of its places says one. */
  readonly postcode: string | undefined;
}

const metresPerDegree = 111_300;
const radiansPerDegree = Math.PI / 180;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** The middle of places: the median, which one wrong point does not move. */
export const centreOf = (places: readonly PlaceSummary[]): Point => ({
  latitude: median(places.map(({ latitude }) => latitude)),
  longitude: median(places.map(({ longitude }) => longitude)),
});

const townOf = (places: readonly PlaceSummary[]): Town => ({
  point: centreOf(places),
  places: places.length,
  postcode: places.map(({ postcode }) => postcode ?? '').toSorted()[places.length >> 1] || undefined,
});

/** Squares as high and as wide as the gap that parts two towns, by row and column. */
const squaresOf = (places: readonly PlaceSummary[]): Map<string, PlaceSummary[]> => {
  const rowDegrees = searchRoomLimits.townGapMetres / metresPerDegree;
  const columnDegrees = rowDegrees / Math.max(0.1, Math.cos(centreOf(places).latitude * radiansPerDegree));
  const squares = new Map<string, PlaceSummary[]>();
  for (const place of places) {
    const key = `${Math.floor(place.latitude / rowDegrees)},${Math.floor(place.longitude / columnDegrees)}`;
    const square = squares.get(key);
    if (square === undefined) squares.set(key, [place]);
    else square.push(place);
  }
  return squares;
};

const around = (key: string): readonly string[] => {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => `${row + north},${column + east}`));
};

/** Parts places of one name into towns: squares that touch are one town. Those of most places first. */
export const townsAmong = (places: readonly PlaceSummary[]): readonly Town[] => {
  const squares = squaresOf(places);
  const towns: Town[] = [];
  for (const start of squares.keys()) {
    const town: PlaceSummary[] = [];
    const left = [start];
    for (let key = left.pop(); key !== undefined; key = left.pop()) {
      const square = squares.get(key);
      if (square === undefined) continue;
      squares.delete(key);
      for (const place of square) town.push(place);
      left.push(...around(key));
    }
    towns.push(townOf(town));
  }
  return towns.toSorted((one, other) => other.places - one.places);
};
