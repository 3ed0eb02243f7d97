import type { OpeningRules, OpeningState } from '../hours/opening-state.ts';
import type { OpeningTimes } from '../hours/opening-times.ts';
import { noCell, none, type SearchView } from '../project/search-index/search-view.ts';
import { type DistancesFrom, distancesFrom, type Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import { NearCells } from './near-cells.ts';
import { type NearProducts, stepBit } from './near-products.ts';
import type { Question } from './question.ts';
import { distanceValue, rankingFigures } from './ranking.ts';
import type { SubjectTexts } from './subject-texts.ts';

/** Which side of the radius a place is on: the sign of `signedNearness`. */
export const within = 1;
export const beyond = -1;
export type Side = typeof within | typeof beyond;

const noProducts = new Uint32Array(0);

/**
 * What a search asks of locations, reckoned once for each: distance, whether it is open, and whether it is of the kind asked for.
 * One is made a process and started anew by each search, so that a search over a million offers allocates nothing.
 */
export class LocationScreen {
  readonly #openingTimes: OpeningTimes;
  /** All NaN but for what this search has measured and looked up. */
  #metres = new Float64Array(0);
  #nearness = new Float64Array(0);
  #openness = new Float64Array(0);
  /** How near each location is on one side of the radius (`stepBit`): 0 for what is not there, and not measured. */
  #bitsWithin = new Uint32Array(0);
  #bitsBeyond = new Uint32Array(0);
  #measured = new Uint32Array(0);
  #measuredCount = 0;
  #isMeasuredAround = false;
  readonly #cellsWithin = new NearCells();
  readonly #cellsBeyond = new NearCells();
  #where: Point | undefined;
  #view: SearchView | undefined;
  #distances: DistancesFrom | undefined;
  #radiusMetres = 0;
  #atMs = 0;
  #openOnly = false;
  #kinds: Uint8Array | undefined;
  #places: ReadonlySet<number> | undefined;

  constructor(openingTimes: OpeningTimes) {
    this.#openingTimes = openingTimes;
  }

  /** @param kinds by number of category: 1 for the kinds of place asked for */
  start(view: SearchView, question: Question, kinds: Uint8Array | undefined): void {
    if (view.locationEnd > this.#metres.length) this.#grow(Math.ceil(view.locationEnd * 1.25) + 64);
    else this.#forget();
    this.#measuredCount = 0;
    this.#isMeasuredAround = false;
    this.#where = question.where?.point;
    this.#view = view;
    this.#radiusMetres = question.radiusMetres;
    this.#atMs = question.atMs;
    this.#openOnly = question.openOnly;
    this.#kinds = kinds;
    this.#places = question.places?.subjects;
    this.#distances =
      question.where === undefined
        ? undefined
        : distancesFrom(question.where.point, [
            question.radiusMetres,
            question.radiusMetres * searchRoomLimits.fartherRadii,
          ]);
  }

  #grow(locations: number): void {
    const unknown = (): Float64Array<ArrayBuffer> => new Float64Array(locations).fill(Number.NaN);
    this.#metres = unknown();
    this.#nearness = unknown();
    this.#openness = unknown();
    this.#bitsWithin = new Uint32Array(locations);
    this.#bitsBeyond = new Uint32Array(locations);
    this.#measured = new Uint32Array(locations);
  }

  #forget(): void {
    for (let at = 0; at < this.#measuredCount; at++) {
      const location = this.#measured[at] ?? none;
      this.#metres[location] = Number.NaN;
      this.#nearness[location] = Number.NaN;
      this.#openness[location] = Number.NaN;
      this.#bitsWithin[location] = 0;
      this.#bitsBeyond[location] = 0;
    }
  }

  /** Distance in metres, 0 in a search without a point; Infinity beyond everything, and for a kind that is not asked for. */
  metres(location: number): number {
    this.measure(location);
    return this.#metres[location] ?? Infinity;
  }

  /** The ranking's value of the distance. */
  nearness(location: number): number {
    this.measure(location);
    return Math.abs(this.#nearness[location] ?? 0);
  }

  /**
   * The ranking's value of the distance by location, for who looks at a million offers: above 0 within the radius,
   * below 0 (`-value`) a little farther, 0 for what is beyond everything, NaN for what is not measured: too far, where all around are.
   */
  get signedNearness(): Float64Array {
    return this.#nearness;
  }

  /**
   * Measures all locations up to a distance at once: most are beyond it, and are not looked at one by one.
   * @returns the ranking's value of the distance of the nearest within the radius; 0 where there is none
   */
  measureAround(metres: number): number {
    const view = this.#view;
    if (view === undefined) return 0;
    const where = this.#where;
    if (where === undefined) return rankingFigures.neutral;
    this.#isMeasuredAround = true;
    const { cell } = view.locations;
    let nearest = 0;
    this.#cellsWithin.clear();
    this.#cellsBeyond.clear();
    view.forLocationsWithin(where, metres, (location) => {
      this.measure(location);
      const nearness = this.#nearness[location] ?? 0;
      nearest = Math.max(nearest, nearness);
      if (nearness !== 0) this.#cellsOn(nearness > 0 ? within : beyond).add(cell[location] ?? noCell);
    });
    return nearest;
  }

  /** Whether `measureAround` was called in this search: what is not measured then is too far. */
  get isMeasuredAround(): boolean {
    return this.#isMeasuredAround;
  }

  /**
   * Picks the products that may be offered on this side of the radius; where not all around are measured, all of them.
   * @param nearnessMax the ranking's value of the distance of the nearest place
   */
  pick(products: SubjectTexts, side: Side, nearnessMax: number, picked: NearProducts): void {
    if (this.#view === undefined || !this.#isMeasuredAround) picked.takeAll(products, nearnessMax);
    else picked.takeNear(products, this.#cellsOn(side), this.#bitsOn(side), this.#view);
  }

  #bitsOn(side: Side): Uint32Array {
    return side === within ? this.#bitsWithin : this.#bitsBeyond;
  }

  #cellsOn(side: Side): NearCells {
    return side === within ? this.#cellsWithin : this.#cellsBeyond;
  }

  /** Whether a product may be offered on this side of the radius; where not all around are measured, it may. */
  mayOffer(product: number, side: Side): boolean {
    if (!this.#isMeasuredAround) return true;
    return this.#cellsOn(side).mayOffer(this.#view?.productCells ?? noProducts, product);
  }

  /** Measures the distance of a location, once. */
  measure(location: number): void {
    if (!Number.isNaN(this.#metres[location])) return;
    const { locations, subjects } = this.#view ?? {};
    const subject = locations?.subject[location] ?? none;
    const isFit =
      subject !== none &&
      (this.#kinds === undefined || this.#kinds[subjects?.category[subject] ?? none] === 1) &&
      (this.#places === undefined || this.#places.has(subject));
    const metres = !isFit
      ? Infinity
      : this.#distances === undefined
        ? 0
        : this.#distances.metresTo(locations?.latitude[location] ?? 0, locations?.longitude[location] ?? 0);
    this.#measured[this.#measuredCount++] = location;
    this.#metres[location] = metres;
    const nearness = this.#signedNearnessAt(metres);
    this.#nearness[location] = nearness;
    if (nearness !== 0) this.#bitsOn(nearness > 0 ? within : beyond)[location] = stepBit(Math.abs(nearness));
  }

  #signedNearnessAt(metres: number): number {
    if (metres === Infinity) return 0;
    if (this.#distances === undefined) return rankingFigures.neutral;
    const value = distanceValue(metres, this.#radiusMetres);
    return metres <= this.#radiusMetres ? value : -value;
  }

  /** Whether a location is open at the search's instant. */
  state(location: number): OpeningState {
    return this.#stateBy(this.#view?.openingRules(location));
  }

  /** Whether a subject is open: by its own hours where it has them. */
  stateOf(subject: number): OpeningState {
    return this.#stateBy(this.#view?.openingRulesOf(subject));
  }

  #stateBy(rules: OpeningRules | undefined): OpeningState {
    return rules === undefined ? { state: 'unknown' } : this.#openingTimes.stateAt(rules, this.#atMs);
  }

  /** The ranking's value of being open; -1 for what the search leaves out because it is closed. */
  openness(location: number): number {
    this.measure(location);
    if (Number.isNaN(this.#openness[location])) this.#openness[location] = this.#valueOf(this.state(location));
    return this.#openness[location] ?? -1;
  }

  /** The same for a subject that may have hours of its own. */
  opennessOf(subject: number): number {
    return this.#valueOf(this.stateOf(subject));
  }

  #valueOf({ state }: OpeningState): number {
    return this.#openOnly && state === 'closed' ? -1 : rankingFigures.open[state];
  }
}
