import KDBush from 'kdbush';
import type { OpeningRules } from '../../hours/opening-state.ts';
import { earthRadiusMetres } from '../distance.ts';
import { searchIndexLimits } from './limits.ts';
import { cellAt, cellCount } from './cells.ts';
import { type LocationColumns, noCell, none } from './search-view.ts';
import { roomFor, sharedFloat64, sharedUint32, sharedUint8 } from './shared-arrays.ts';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Points in a tree, by location number, as a worker made them. */
export interface LocationTree {
  /** Made by KDBush: longitudes and latitudes. */
  readonly data: ArrayBufferLike | undefined;
  /** Location of each point of the tree. */
  readonly locations: Uint32Array;
}

export interface LocationMergeInput {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Locations that are there. */
  readonly locations: Uint32Array;
}

/** Puts points in a tree: pure, for a worker or in place. */
export const mergeLocations = ({ latitude, longitude, locations }: LocationMergeInput): LocationTree => {
  if (locations.length === 0) return { data: undefined, locations };
  const tree = new KDBush(locations.length, 64, Float64Array, SharedArrayBuffer);
  for (const location of locations) tree.add(longitude[location] ?? 0, latitude[location] ?? 0);
  tree.finish();
  return { data: tree.data, locations };
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
/** How much farther than asked is looked, so that nothing is missed for the shape of the earth. */
const sphereMargin = 1.01;

interface Columns extends LocationColumns {
  readonly cell: Uint8Array;
  /** The point on a sphere of radius 1, three numbers a location. */
  readonly vectors: Float64Array;
}

const createColumns = (length: number): Columns => ({
  latitude: sharedFloat64(length).fill(Number.NaN),
  longitude: sharedFloat64(length).fill(Number.NaN),
  subject: sharedUint32(length).fill(none),
  vectors: sharedFloat64(length * 3),
  cell: sharedUint8(length).fill(noCell),
});

/** Where things are: a tree of points that was merged, and those that moved since. */
export class LocationTable {
  columns = createColumns(0);
  end = 0;
  /** The subject that each is the location of, there or not. */
  readonly #owners: number[] = [];
  readonly #rules: (OpeningRules | undefined)[] = [];
  #sharedRules = new Map<string, OpeningRules>();
  #tree: KDBush | undefined;
  #treeLocations: Uint32Array = sharedUint32(0);
  /** Those whose point in the tree, if any, no longer counts. */
  #moved = new Set<number>();
  #movedSince: Set<number> | undefined;

  /** Adds the location of a subject, where nothing is yet. @returns its number */
  add(owner: number): number {
    if (this.end === this.columns.subject.length) {
      const larger = createColumns(roomFor(this.end));
      larger.latitude.set(this.columns.latitude);
      larger.longitude.set(this.columns.longitude);
      larger.subject.set(this.columns.subject);
      larger.vectors.set(this.columns.vectors);
      larger.cell.set(this.columns.cell);
      this.columns = larger;
    }
    this.#owners.push(owner);
    return this.end++;
  }

  /** The subject that a location is that of, whether it has arrived or not. */
  owner(location: number): number {
    return this.#owners[location] ?? none;
  }

  /** The cell of a location, for ever: given when the first offer there arrives, by where it is then. */
  cellOf(location: number): number {
    const { cell, latitude, longitude } = this.columns;
    if (cell[location] === noCell)
      // One that has not arrived may be anywhere.
      cell[location] = Number.isNaN(latitude[location])
        ? location % cellCount
        : cellAt({ latitude: latitude[location] ?? 0, longitude: longitude[location] ?? 0 });
    return cell[location] ?? noCell;
  }

  /** Puts a subject at a location. */
  put(location: number, subject: number, { latitude, longitude }: Point, rules: OpeningRules | undefined): void {
    const { columns } = this;
    const stays = columns.latitude[location] === latitude && columns.longitude[location] === longitude;
    if (!stays || columns.subject[location] === none) this.#move(location);
    columns.latitude[location] = latitude;
    columns.longitude[location] = longitude;
    columns.subject[location] = subject;
    columns.vectors.set(vectorOf({ latitude, longitude }), location * 3);
    this.#rules[location] = rules === undefined ? undefined : this.#share(rules);
  }

  remove(location: number): void {
    if (this.columns.subject[location] === none) return;
    this.#move(location);
    this.columns.subject[location] = none;
    this.columns.latitude[location] = Number.NaN;
    this.columns.longitude[location] = Number.NaN;
    this.#rules[location] = undefined;
  }

  rulesOf(location: number): OpeningRules | undefined {
    return this.#rules[location];
  }

  /** Points that moved since the last merge. */
  get changes(): number {
    return this.#moved.size;
  }

  /** Calls `visit` for every location within a distance on a sphere and a little more. */
  forWithin(point: Point, radiusMetres: number, visit: (location: number) => void): void {
    const angle = (radiusMetres * sphereMargin) / earthRadiusMetres;
    const [x, y, z] = vectorOf(point);
    const chordMax = angle >= Math.PI ? 4 : (2 * Math.sin(angle / 2)) ** 2;
    const { vectors, subject } = this.columns;
    const visitNear = (location: number): void => {
      if (subject[location] === none) return;
      const at = location * 3;
      const chord =
        ((vectors[at] ?? 0) - x) ** 2 + ((vectors[at + 1] ?? 0) - y) ** 2 + ((vectors[at + 2] ?? 0) - z) ** 2;
      if (chord <= chordMax) visit(location);
    };
    for (const { west, south, east, north } of boxesAround(point, angle))
      for (const found of this.#tree?.range(west, south, east, north) ?? []) {
        const location = this.#treeLocations[found] ?? none;
        if (!this.#moved.has(location)) visitNear(location);
      }
    for (const location of this.#moved) visitNear(location);
  }

  mergeInput(): LocationMergeInput {
    this.#movedSince = new Set();
    const there: number[] = [];
    for (let location = 0; location < this.end; location++)
      if (this.columns.subject[location] !== none) there.push(location);
    const locations = sharedUint32(there.length);
    locations.set(there);
    const { latitude, longitude } = this.columns;
    return { latitude: copyOf(latitude, this.end), longitude: copyOf(longitude, this.end), locations };
  }

  forgetMerge(): void {
    this.#movedSince = undefined;
  }

  /** Takes over a merged tree; what moved while it was made stays beside it. */
  take({ data, locations }: LocationTree): void {
    this.#tree = data === undefined ? undefined : KDBush.from(data);
    this.#treeLocations = locations;
    this.#moved = this.#movedSince ?? new Set();
    this.#movedSince = undefined;
  }

  #move(location: number): void {
    this.#moved.add(location);
    this.#movedSince?.add(location);
  }

  /** One object for equal rules, so that they are compiled once. */
  #share(rules: OpeningRules): OpeningRules {
    const key = JSON.stringify(rules);
    const known = this.#sharedRules.get(key);
    if (known !== undefined) return known;
    if (this.#sharedRules.size >= searchIndexLimits.sharedRulesMax) this.#sharedRules = new Map();
    this.#sharedRules.set(key, rules);
    return rules;
  }
}

const copyOf = (from: Float64Array, length: number): Float64Array => {
  const copy = sharedFloat64(length);
  copy.set(from.subarray(0, length));
  return copy;
};

const vectorOf = ({ latitude, longitude }: Point): readonly [x: number, y: number, z: number] => {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
};

/** Boxes that hold all points within an angle: one, or two on either side of the 180th meridian. */
const boxesAround = (
  { latitude, longitude }: Point,
  angle: number,
): readonly { west: number; south: number; east: number; north: number }[] => {
  const reach = degrees(angle) + 1e-9;
  const [south, north] = [Math.max(-90, latitude - reach), Math.min(90, latitude + reach)];
  const ratio = Math.sin(Math.min(angle, Math.PI / 2)) / Math.cos(radians(latitude));
  // Around a pole every longitude is near.
  if (south <= -90 || north >= 90 || ratio >= 1) return [{ west: -180, south, east: 180, north }];
  const width = degrees(Math.asin(ratio)) + 1e-9;
  const [west, east] = [longitude - width, longitude + width];
  if (west < -180)
    return [
      { west: west + 360, south, east: 180, north },
      { west: -180, south, east, north },
    ];
  if (east > 180)
    return [
      { west, south, east: 180, north },
      { west: -180, south, east: east - 360, north },
    ];
  return [{ west, south, east, north }];
};
