import type { FallingTexts } from './falling-texts.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import { mayComeAlone } from './lone-product.ts';
import { type OfferScreen, scoreMax } from './offer-screen.ts';
import type { PageHeap } from './page-heap.ts';
import type { PageTiers } from './page-tiers.ts';
import { distanceValue, rankingFigures, scoreSteps, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { groupOf } from './selection.ts';
import type { SubjectTexts } from './subject-texts.ts';

const { neutral } = rankingFigures;

type MayCome = (textMax: number) => boolean;

/** Whether what fits at most so well may still come into a heap, where no place is nearer than that. */
const mayComeInto =
  (heap: PageHeap, nearnessMax: number): MayCome =>
  (textMax) =>
    scoreSteps(scoreMax(textMax, nearnessMax)) >= heap.stepsMin;

/** What products are looked at with; made once a process. */
export interface ProductScreens {
  readonly locations: LocationScreen;
  readonly offers: OfferScreen;
  readonly order: FallingTexts;
}

/** Puts products into the tiers of a page where the best of their offers puts them. */
export class FoundProducts {
  readonly #plan: Plan;
  readonly #tiers: PageTiers;
  readonly #locations: LocationScreen;
  readonly #offers: OfferScreen;
  readonly #order: FallingTexts;
  /** First products of the barcodes that were looked at as groups. */
  readonly #groupsDone = new Set<number>();
  /** Products that are offered within the radius: farther away they don't come again. */
  readonly #within = new Set<number>();
  #bestListedText = 0;

  constructor(plan: Plan, tiers: PageTiers, { locations, offers, order }: ProductScreens) {
    this.#plan = plan;
    this.#tiers = tiers;
    this.#locations = locations;
    this.#offers = offers;
    this.#order = order;
  }

  /** How well the words fit the product that they fit best of those listed within the radius, whatever its price and stock; 0 where there is none. */
  get bestListedText(): number {
    return this.#bestListedText;
  }

  /**
   * Looks at products before anything else is put into the tiers, those that the words fit best first.
   * What a page full of products leaves unread fits less than all on it: the best text is right all the same.
   */
  lookAt(texts: SubjectTexts): void {
    const { where, radiusMetres } = this.#plan.question;
    const { found, farther } = this.#tiers;
    const isMany = texts.count > searchRoomLimits.measuredAloneMax;
    const nearest = isMany ? this.#locations.measureAround(radiusMetres) : 1;
    if (nearest > 0)
      this.#visit(texts, mayComeInto(found, nearest), (product, text) => this.#lookWithin(product, text));
    if (where === undefined || !this.#tiers.wantsFarther) return;
    if (isMany) this.#locations.measureAround(radiusMetres * searchRoomLimits.fartherRadii);
    const atRadius = distanceValue(radiusMetres, radiusMetres);
    this.#visit(texts, mayComeInto(farther, atRadius), (product, text) => this.#lookBeyond(product, text));
  }

  #visit(texts: SubjectTexts, mayCome: MayCome, visit: (product: number, text: number) => void): void {
    this.#order.visit(texts, mayCome, (product, text) => {
      if (mayCome(text)) visit(product, text);
    });
  }

  #lookWithin(product: number, text: number): void {
    const { found } = this.#tiers;
    const least = this.#tiers.leastFor(found);
    const best = this.#bestWithin(product, text, least);
    if (best <= least) return;
    this.#within.add(product);
    this.#put(found, product, text, best);
  }

  #lookBeyond(product: number, text: number): void {
    if (this.#within.has(product)) return;
    const { farther } = this.#tiers;
    const least = this.#tiers.leastFor(farther);
    const best = this.#offers.bestBeyond(product, text, least);
    if (best > least) this.#put(farther, product, text, best);
  }

  #bestWithin(product: number, text: number, least: number): number {
    const best = this.#offers.bestWithin(product, text, least, text > this.#bestListedText);
    if (this.#offers.isListed) this.#bestListedText = Math.max(this.#bestListedText, text);
    return best;
  }

  #put(heap: PageHeap, product: number, text: number, best: number): void {
    if (scoreSteps(best) < heap.stepsMin) return;
    const group = groupOf(this.#plan.view, product, this.#plan.selection);
    if (group.length === 1) this.#tiers.put(heap, product, text, best);
    else this.lookAtGroup(group, text);
  }

  /** Products of one barcode come as one, where the best of their offers puts them: all with the same text, since their offers stand together. */
  lookAtGroup(group: readonly number[], text: number): void {
    const [leader] = group;
    if (leader === undefined || this.#groupsDone.has(leader)) return;
    this.#groupsDone.add(leader);
    const within = group.reduce((best, product) => this.#bestWithin(product, text, best), -1);
    const hasBeyond = within < 0 && this.#plan.question.where !== undefined;
    const beyond = hasBeyond ? group.reduce((best, product) => this.#offers.bestBeyond(product, text, best), -1) : -1;
    const { found, farther } = this.#tiers;
    if (within >= 0) this.#tiers.put(found, leader, text, within);
    else if (beyond >= 0) this.#tiers.put(farther, leader, text, beyond);
    else if (mayComeAlone(this.#plan, group))
      this.#tiers.put(found, leader, text, sumScore(text, neutral, neutral, neutral, neutral));
  }
}
