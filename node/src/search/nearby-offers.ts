import type { SearchView } from '../project/search-index/search-view.ts';
import type { Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import type { OfferScreen } from './offer-screen.ts';
import type { Question } from './question.ts';

/** Told of each product that somebody near offers, with its best score; each stage comes whole before the next. */
export type VisitProduct = (product: number, best: number, isWithin: boolean) => void;

/** How much dearer it is to look at a matching product with all its offers than at one offer at a location. */
const offersPerProduct = 3;

/**
 * Looks at the offers of the few locations around, instead of at every product that has the words: a common word is in half of all names,
 * while hardly any of their offers are near. One is made a process; all numbers are -1 between searches.
 */
export class NearbyOffers {
  readonly #locations: LocationScreen;
  readonly #offers: OfferScreen;
  #best = new Float64Array(0);
  #touched: number[] = [];
  #listedText = 0;
  /** Which products were visited within the radius: farther away they don't come again. */
  #isVisited = new Uint8Array(0);

  constructor(locations: LocationScreen, offers: OfferScreen) {
    this.#locations = locations;
    this.#offers = offers;
  }

  /** How well the words fit the product that they fit best of those listed within the radius in the last visit, at whatever price and stock. */
  get listedText(): number {
    return this.#listedText;
  }

  /**
   * Visits the products that are offered within the radius, then, where that is still wanted, those that are offered a little farther away only.
   * @param texts how well each subject fits; 0 where it doesn't, or is not asked for
   * @param matches how many products fit
   * @param wantsFarther asked after the first stage
   * @returns false where looking at all that match is less work: what was visited does not count then
   */
  visit(
    view: SearchView,
    question: Question,
    texts: Float64Array,
    matches: number,
    visit: VisitProduct,
    wantsFarther: () => boolean,
  ): boolean {
    const { where, radiusMetres } = question;
    if (where === undefined) return false;
    this.#makeRoom(view.subjectEnd);
    const most = matches * offersPerProduct;
    const reachMetres = radiusMetres * searchRoomLimits.fartherRadii;
    const within = this.#around(view, where.point, radiusMetres, most);
    if (within === undefined) return false;
    const visited: number[] = [];
    this.#listedText = 0;
    for (const location of within)
      if (this.#locations.metres(location) <= radiusMetres) this.#lookAt(view, location, texts);
    const listedText = this.#listedText;
    this.#report((product, best) => {
      this.#isVisited[product] = 1;
      visited.push(product);
      visit(product, best, true);
    });
    const isDone = !wantsFarther() || this.#visitBeyond(view, question, texts, most, reachMetres, visit);
    for (const product of visited) this.#isVisited[product] = 0;
    this.#listedText = listedText;
    return isDone;
  }

  #visitBeyond(
    view: SearchView,
    { where, radiusMetres }: Question,
    texts: Float64Array,
    most: number,
    reachMetres: number,
    visit: VisitProduct,
  ): boolean {
    const around = where === undefined ? undefined : this.#around(view, where.point, reachMetres, most);
    if (around === undefined) return false;
    for (const location of around) {
      const metres = this.#locations.metres(location);
      if (metres > radiusMetres && metres <= reachMetres) this.#lookAt(view, location, texts);
    }
    this.#report((product, best) => {
      if (this.#isVisited[product] !== 1) visit(product, best, false);
    });
    return true;
  }

  /** Locations around a point; undefined where they have more than so many offers. */
  #around(view: SearchView, point: Point, metres: number, offersMax: number): readonly number[] | undefined {
    const locations: number[] = [];
    let offers = 0;
    view.forLocationsWithin(point, metres, (location) => {
      offers += view.offersAt(location) + 1;
      if (offers <= offersMax) locations.push(location);
    });
    return offers > offersMax ? undefined : locations;
  }

  #lookAt(view: SearchView, location: number, texts: Float64Array): void {
    const { product: products } = view.offers;
    view.forOffersAt(location, (offer) => {
      const product = products[offer] as number;
      const text = texts[product] as number;
      if (!(text > 0)) return;
      if (text > this.#listedText) this.#listedText = text;
      const before = this.#best[product] as number;
      const score = this.#offers.scoreAt(offer, location, text, before);
      if (score <= before) return;
      if (before === -1) this.#touched.push(product);
      this.#best[product] = score;
    });
  }

  #report(visit: (product: number, best: number) => void): void {
    for (const product of this.#touched) {
      const best = this.#best[product] ?? -1;
      this.#best[product] = -1;
      visit(product, best);
    }
    this.#touched = [];
  }

  #makeRoom(subjects: number): void {
    if (subjects <= this.#best.length) return;
    const room = Math.ceil(subjects * 1.25) + 64;
    this.#best = new Float64Array(room).fill(-1);
    this.#isVisited = new Uint8Array(room);
  }
}
