import type { OpeningRules, OpeningState } from '../hours/opening-state.ts';
import type { OpeningTimes } from '../hours/opening-times.ts';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import { type DistancesFrom, distancesFrom } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import type { Question } from './question.ts';
import { distanceValue, rankingFigures } from './ranking.ts';

/**
 * What a search asks of locations, reckoned once for each: distance, whether it is open, and whether it is of the kind asked for.
 * One is made a process and started anew by each search, so that a search over a million offers allocates nothing.
 */
export class LocationScreen {
  readonly #openingTimes: OpeningTimes;
  #capacity = 0;
  /** Which search a location was measured, and its hours looked up, in. */
  #measured = new Uint32Array(0);
  #lookedUp = new Uint32Array(0);
  #metres = new Float64Array(0);
  #nearness = new Float64Array(0);
  #openness = new Float64Array(0);
  #search = 0;
  #view: SearchView | undefined;
  #distances: DistancesFrom | undefined;
  #radiusMetres = 0;
  #atMs = 0;
  #openOnly = false;
  #kinds: Uint8Array | undefined;

  constructor(openingTimes: OpeningTimes) {
    this.#openingTimes = openingTimes;
  }

  /** @param kinds by number of category: 1 for the kinds of place asked for */
  start(view: SearchView, question: Question, kinds: Uint8Array | undefined): void {
    if (view.locationEnd > this.#capacity || this.#search === none) this.#grow(view.locationEnd);
    this.#search++;
    this.#view = view;
    this.#radiusMetres = question.radiusMetres;
    this.#atMs = question.atMs;
    this.#openOnly = question.openOnly;
    this.#kinds = kinds;
    this.#distances =
      question.where === undefined
        ? undefined
        : distancesFrom(question.where.point, [
            question.radiusMetres,
            question.radiusMetres * searchRoomLimits.fartherRadii,
          ]);
  }

  #grow(locations: number): void {
    this.#capacity = Math.ceil(locations * 1.25) + 64;
    this.#search = 0;
    this.#measured = new Uint32Array(this.#capacity);
    this.#lookedUp = new Uint32Array(this.#capacity);
    this.#metres = new Float64Array(this.#capacity);
    this.#nearness = new Float64Array(this.#capacity);
    this.#openness = new Float64Array(this.#capacity);
  }

  /** Distance in metres, 0 in a search without a point; Infinity beyond everything, and for a kind that is not asked for. */
  metres(location: number): number {
    if (location === none) return Infinity;
    if (this.#measured[location] !== this.#search) this.#measure(location);
    return this.#metres[location] ?? Infinity;
  }

  /** The ranking's value of the distance. */
  nearness(location: number): number {
    if (this.#measured[location] !== this.#search) this.#measure(location);
    return this.#nearness[location] ?? 0;
  }

  #measure(location: number): void {
    this.#measured[location] = this.#search;
    const { locations, subjects } = this.#view ?? {};
    const subject = locations?.subject[location] ?? none;
    const isFit =
      subject !== none && (this.#kinds === undefined || this.#kinds[subjects?.category[subject] ?? none] === 1);
    const metres = !isFit
      ? Infinity
      : this.#distances === undefined
        ? 0
        : this.#distances.metresTo(locations?.latitude[location] ?? 0, locations?.longitude[location] ?? 0);
    this.#metres[location] = metres;
    this.#nearness[location] =
      this.#distances === undefined ? rankingFigures.neutral : distanceValue(metres, this.#radiusMetres);
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
    if (this.#lookedUp[location] !== this.#search) {
      this.#lookedUp[location] = this.#search;
      this.#openness[location] = this.#valueOf(this.state(location));
    }
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
