import type { FallingScores } from './falling-scores.ts';
import { searchRoomLimits } from './limits.ts';
import { beyond, type LocationScreen, type Side, within } from './location-screen.ts';
import { mayComeAlone } from './lone-product.ts';
import type { NearProducts } from './near-products.ts';
import type { OfferScreen } from './offer-screen.ts';
import type { PageHeap } from './page-heap.ts';
import type { PageTiers } from './page-tiers.ts';
import { distanceValue, rankingFigures, scoreSteps, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { groupOf } from './selection.ts';
import type { SubjectTexts } from './subject-texts.ts';

const { neutral } = rankingFigures;

/** What products are looked at with; made once a process. */
export interface ProductScreens {
  readonly locations: LocationScreen;
  readonly offers: OfferScreen;
  readonly order: FallingScores;
  /** Gets those of the products that are offered on one side of the radius. */
  readonly picked: NearProducts;
}

/** Puts products into the tiers of a page where the best of their offers puts them. */
export class FoundProducts {
  readonly #plan: Plan;
  readonly #tiers: PageTiers;
  readonly #locations: LocationScreen;
  readonly #offers: OfferScreen;
  readonly #order: FallingScores;
  readonly #picked: NearProducts;
  /** First products of the barcodes that were looked at as groups. */
  readonly #groupsDone = new Set<number>();
  /** Products that are offered within the radius: farther away they don't come again. */
  readonly #within = new Set<number>();
  #bestListedText = 0;
  /** What the words have found; undefined where a barcode was asked for. */
  #texts: SubjectTexts | undefined;

  constructor(plan: Plan, tiers: PageTiers, { locations, offers, order, picked }: ProductScreens) {
    this.#plan = plan;
    this.#tiers = tiers;
    this.#locations = locations;
    this.#offers = offers;
    this.#order = order;
    this.#picked = picked;
  }

  /** How well the words fit the product that they fit best of those listed within the radius, whatever its price and stock; 0 where there is none. */
  get bestListedText(): number {
    return this.#bestListedText;
  }

  /** Looks at products before anything else is put into the tiers, those first that can score most: what a page full of products leaves behind is not looked at. */
  lookAt(texts: SubjectTexts): void {
    this.#texts = texts;
    const { where, radiusMetres } = this.#plan.question;
    const { found, farther } = this.#tiers;
    // Once all around are measured, what is not measured counts as too far: then few products need it too.
    const isMany = texts.count > searchRoomLimits.measuredAloneMax || this.#locations.isMeasuredAround;
    const nearest = isMany ? this.#locations.measureAround(radiusMetres) : 1;
    if (nearest > 0) {
      this.#visit(texts, within, nearest, found, (product, text) => this.#lookWithin(product, text));
      this.#noteListed();
    }
    if (where === undefined || !this.#tiers.wantsFarther) return;
    if (isMany) this.#locations.measureAround(radiusMetres * searchRoomLimits.fartherRadii);
    const atRadius = distanceValue(radiusMetres, radiusMetres);
    this.#visit(texts, beyond, atRadius, farther, (product, text) => this.#lookBeyond(product, text));
  }

  #visit(
    texts: SubjectTexts,
    side: Side,
    nearnessMax: number,
    heap: PageHeap,
    visit: (product: number, text: number) => void,
  ): void {
    this.#locations.pick(texts, side, nearnessMax, this.#picked);
    this.#order.visit(this.#picked, (scoreMax) => scoreSteps(scoreMax) >= heap.stepsMin, visit);
  }

  /** Finds the best text of what is listed, also among what can't come onto the page. */
  #noteListed(): void {
    const { count, products, texts } = this.#picked;
    for (let at = 0; at < count; at++) {
      const text = texts[at] as number;
      if (text > this.#bestListedText) this.#noteIfListed(products[at] as number, text);
    }
  }

  #noteIfListed(product: number, text: number): void {
    if (text > this.#bestListedText && this.#offers.isListed(product)) this.#bestListedText = text;
  }

  #lookWithin(product: number, text: number): void {
    const { found } = this.#tiers;
    const least = this.#tiers.leastFor(found);
    const best = this.#offers.best(product, text, least, within);
    if (best <= least) return;
    this.#within.add(product);
    this.#put(found, product, text, best);
  }

  #lookBeyond(product: number, text: number): void {
    if (this.#within.has(product)) return;
    const { farther } = this.#tiers;
    const least = this.#tiers.leastFor(farther);
    const best = this.#offers.best(product, text, least, beyond);
    if (best > least) this.#put(farther, product, text, best);
  }

  #put(heap: PageHeap, product: number, text: number, best: number): void {
    if (scoreSteps(best) < heap.stepsMin) return;
    const group = groupOf(this.#plan.view, product, this.#plan.selection);
    if (group.length === 1) this.#tiers.put(heap, product, text, best);
    else this.lookAtGroup(group, text);
  }

  /** The product that its barcode is shown as: one that the words fit by what its own node says, or anyone could have ours found by any word. */
  #leaderOf(group: readonly number[], first: number): number {
    const texts = this.#texts;
    return texts === undefined ? first : (group.find((product) => !texts.isLent(product)) ?? first);
  }

  /** Products of one barcode come as one, where the best of their offers puts them: all with the same text, since their offers stand together. */
  lookAtGroup(group: readonly number[], text: number): void {
    const [first] = group;
    if (first === undefined || this.#groupsDone.has(first)) return;
    this.#groupsDone.add(first);
    const leader = this.#leaderOf(group, first);
    for (const product of group) this.#noteIfListed(product, text);
    const bestWithin = group.reduce((best, product) => this.#offers.best(product, text, best, within), -1);
    const hasBeyond = bestWithin < 0 && this.#plan.question.where !== undefined;
    const bestBeyond = hasBeyond
      ? group.reduce((best, product) => this.#offers.best(product, text, best, beyond), -1)
      : -1;
    const { found, farther } = this.#tiers;
    if (bestWithin >= 0) this.#tiers.put(found, leader, text, bestWithin);
    else if (bestBeyond >= 0) this.#tiers.put(farther, leader, text, bestBeyond);
    else if (mayComeAlone(this.#plan, group))
      this.#tiers.put(found, leader, text, sumScore(text, neutral, neutral, neutral, neutral));
  }
}
