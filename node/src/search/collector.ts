import type { QueryWord } from '../language/language.ts';
import { goneSubject, none, subjectKinds } from '../project/search-index/search-view.ts';
import { type CarriedPlaces, findCarriedPlaces } from './carried-places.ts';
import { searchRoomLimits } from './limits.ts';
import type { LocationScreen } from './location-screen.ts';
import { type OfferScreen, scoreMax } from './offer-screen.ts';
import { type Candidate, PageHeap } from './page-heap.ts';
import { rankingFigures, type RankingTier, rankingTiers, scoreSteps, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { absoluteId, asksForProducts, groupOf, isSelectedProduct, typeOfKind } from './selection.ts';
import { findText, type FoundText, textFigures, textValue } from './text-search.ts';
import { seedHash, tieValue } from './tie.ts';

const [productKind, placeKind, , eventKind] = subjectKinds.keys();
const hourSeconds = 3_600;
const { neutral } = rankingFigures;

/** A candidate, and the tier that it is in. */
export interface TierCandidate extends Candidate {
  readonly tier: RankingTier;
}

/** The best results of a page, and one more where there is a next page. */
export interface Collected {
  readonly results: readonly TierCandidate[];
  /** Words that were really matched. */
  readonly words: readonly QueryWord[];
  readonly carriedWords: readonly QueryWord[];
}

/** The score below which nothing can come into a heap any more, before rounding; -1 while everything can. */
const leastFor = (heap: PageHeap): number => Math.max(-1, (heap.stepsMin - 1) / rankingFigures.scoreSteps);

/** Collects the results of one page out of an index, without reading a document. Synchronous: an index is consistent as long as nobody awaits. */
export class Collector {
  readonly #plan: Plan;
  readonly #locations: LocationScreen;
  readonly #offers: OfferScreen;
  readonly #origin: string;
  readonly #seed: number;
  readonly #onlyProducts: boolean;
  readonly #foundHeap: () => PageHeap;
  readonly #fartherHeap: () => PageHeap;
  #found: PageHeap;
  #farther: PageHeap;
  #matched: FoundText | undefined;
  /** Places that the words themselves have found: they don't come again for what they carry. */
  readonly #foundPlaces = new Set<number>();
  /** How well the words fit the product within the radius that they fit best; 0 where there is none. */
  #bestProductText = 0;
  /** The product that the words fit best, wherever it is offered. */
  #bestMatch: number | undefined;
  #bestMatchText = 0;
  /** Products that the words fit less are left out. */
  #productTextMin = 0;
  #groupsDone = new Set<number>();
  #texts: Map<number, number> | undefined;

  constructor(
    plan: Plan,
    screens: { readonly locations: LocationScreen; readonly offers: OfferScreen },
    origin: string,
  ) {
    this.#plan = plan;
    this.#locations = screens.locations;
    this.#offers = screens.offers;
    this.#origin = origin;
    this.#seed = seedHash(plan.question.seed);
    this.#onlyProducts = asksForProducts(plan.question);
    this.#foundHeap = () => this.#heapFor('found');
    this.#fartherHeap = () => this.#heapFor('farther');
    this.#found = this.#foundHeap();
    this.#farther = this.#fartherHeap();
  }

  /** Room for a page and one more; none in a tier that a page before has been through. */
  #heapFor(tier: RankingTier): PageHeap {
    const { cursor, limit } = this.#plan.question;
    const from = cursor === undefined ? 0 : rankingTiers.indexOf(cursor.tier);
    const at = rankingTiers.indexOf(tier);
    return new PageHeap(at < from ? 0 : limit + 1, at === from ? cursor : undefined);
  }

  collect(): Collected {
    const { question, words } = this.#plan;
    this.#look();
    const matchedWords = this.#matched?.words ?? words ?? [];
    const carried = this.#mayCarry() ? this.#findCarried() : undefined;
    if (carried !== undefined && this.#bestProductText > 0 && !this.#asksForPlacesAlone) {
      // Only mentions of it, while places say that they carry it.
      this.#productTextMin = textFigures.strongMin;
      this.#look();
    }
    const carriedHeap = this.#heapFor('carried');
    for (const { place, text, sum } of carried?.places ?? []) this.#put(carriedHeap, place, text, sum);
    const tiers = { found: this.#found, carried: carriedHeap, farther: this.#farther };
    const results = rankingTiers.flatMap((tier) =>
      tiers[tier].candidates.map((candidate): TierCandidate => ({ ...candidate, tier })),
    );
    return { results: results.slice(0, question.limit + 1), words: matchedWords, carriedWords: carried?.words ?? [] };
  }

  /** Does anybody within the radius list what is asked for? Not where the words are only mentioned; always where none are given. */
  get #isProductFound(): boolean {
    const { question, words } = this.#plan;
    const isExact = question.gtin !== undefined || words === undefined;
    return isExact ? this.#bestProductText > 0 : this.#bestProductText >= textFigures.strongMin;
  }

  get #asksForPlacesAlone(): boolean {
    const { types } = this.#plan.question;
    return types.has('place') && !types.has('product');
  }

  /** Places come for what they carry only where nobody lists the product itself, or where places are all that is asked for. */
  #mayCarry(): boolean {
    const { types, parameters } = this.#plan.question;
    const mayShowPlaces = types.has('place') || (this.#onlyProducts && parameters.type === undefined);
    return mayShowPlaces && (this.#asksForPlacesAlone || !this.#isProductFound);
  }

  #findCarried(): CarriedPlaces | undefined {
    const { view, carriedWords, question } = this.#plan;
    const isKnown = this.#bestMatch !== undefined && this.#bestMatchText >= textFigures.strongMin;
    const brandOfKnown = isKnown ? this.#plan.brandWords(this.#bestMatch ?? none) : [];
    return findCarriedPlaces(view, [...carriedWords, brandOfKnown], (subject, text) => {
      if (view.subjects.kind[subject] !== placeKind || this.#foundPlaces.has(subject)) return -1;
      const metres = this.#locations.metres(view.subjects.location[subject] ?? none);
      return metres > question.radiusMetres ? -1 : this.#scoreAt(placeKind ?? goneSubject, subject, text);
    });
  }

  /** Looks at everything that the words, the barcode or the filters find, once. */
  #look(): void {
    this.#found = this.#foundHeap();
    this.#farther = this.#fartherHeap();
    this.#groupsDone = new Set();
    const { view, question, words } = this.#plan;
    if (question.gtin !== undefined) {
      this.#considerGroup(view.productsByGtin(question.gtin));
      return;
    }
    if (words === undefined) {
      this.#lookAtAll();
      return;
    }
    this.#matched = findText(view, words, 'text', (subject) => this.#isAsked(subject));
    this.#texts = undefined;
    if (this.#matched === undefined) return;
    const { count, subjects, scores } = this.#matched.matches;
    for (let index = 0; index < count; index++) {
      const text = textValue(scores[index] ?? 0, this.#matched);
      if (text > 0) this.#consider(subjects[index] ?? none, text);
    }
  }

  /** Every subject, where only filters are asked: the columns first, since few are what is asked for. */
  #lookAtAll(): void {
    const { view, selection } = this.#plan;
    const { brands, categories } = selection;
    const { kind, brand, category } = view.subjects;
    for (let subject = 0; subject < view.subjectEnd; subject++) {
      if (this.#onlyProducts && kind[subject] !== productKind) continue;
      if (brands !== undefined && brands[brand[subject] ?? none] !== 1) continue;
      if (categories !== undefined && categories[category[subject] ?? none] !== 1) continue;
      this.#consider(subject, neutral);
    }
  }

  #isAsked(subject: number): boolean {
    const type = typeOfKind[this.#plan.view.subjects.kind[subject] ?? goneSubject];
    return type !== undefined && this.#plan.question.types.has(type);
  }

  #consider(subject: number, text: number): void {
    const { view, question, selection } = this.#plan;
    const kind = view.subjects.kind[subject] ?? goneSubject;
    if (kind !== productKind) {
      if (kind !== goneSubject && !this.#onlyProducts) this.#considerOther(kind, subject, text);
      return;
    }
    if (!isSelectedProduct(view, subject, selection) || text < this.#productTextMin) return;
    if (text > this.#bestMatchText) {
      this.#bestMatchText = text;
      this.#bestMatch = subject;
    }
    if (!question.types.has('product')) return;
    if (scoreSteps(scoreMax(text)) >= this.#found.stepsMin) this.#considerProduct(subject, text);
    // What can't come onto a full page is not looked at; that it fits is enough to know here.
    else this.#bestProductText = Math.max(this.#bestProductText, text);
  }

  /** Is there room left for what is farther? */
  get #wantsFarther(): boolean {
    return this.#plan.question.where !== undefined && !(this.#found.isFull && this.#found.size > 0);
  }

  #considerProduct(product: number, text: number): void {
    const leastWithin = leastFor(this.#found);
    const leastBeyond = this.#wantsFarther ? leastFor(this.#farther) : Infinity;
    this.#offers.look(product, text, leastWithin, leastBeyond);
    const { bestWithin, bestBeyond } = this.#offers;
    const isWithin = bestWithin > leastWithin;
    if (!isWithin && !(bestBeyond > leastBeyond)) return;
    if (isWithin) this.#bestProductText = Math.max(this.#bestProductText, text);
    const [heap, best] = isWithin ? [this.#found, bestWithin] : [this.#farther, bestBeyond];
    if (scoreSteps(best) < heap.stepsMin) return;
    const group = groupOf(this.#plan.view, product);
    if (group.length === 1) this.#put(heap, product, text, best);
    else this.#considerGroup(group);
  }

  /** Products of one barcode come as one, where the best of their offers puts them. */
  #considerGroup(group: readonly number[]): void {
    const [leader] = group;
    if (leader === undefined || this.#groupsDone.has(leader)) return;
    this.#groupsDone.add(leader);
    let [within, beyond, text] = [-1, -1, 0];
    for (const product of group) {
      const ownText = this.#textOf(product);
      if (ownText === 0) continue;
      this.#offers.look(product, ownText, -1, this.#plan.question.where === undefined ? Infinity : -1);
      within = Math.max(within, this.#offers.bestWithin);
      beyond = Math.max(beyond, this.#offers.bestBeyond === Infinity ? -1 : this.#offers.bestBeyond);
      text = Math.max(text, ownText);
    }
    if (within >= 0) {
      this.#bestProductText = Math.max(this.#bestProductText, text);
      this.#put(this.#found, leader, text, within);
    } else if (beyond >= 0) this.#put(this.#farther, leader, text, beyond);
    // A barcode goes straight to its product, also where nobody has it.
    else if (this.#plan.question.gtin !== undefined && text > 0)
      this.#put(this.#found, leader, text, sumScore(text, neutral, neutral, neutral, neutral));
  }

  /** How well the words fit another product of the same barcode. */
  #textOf(product: number): number {
    const { question, selection, view, words } = this.#plan;
    if (!question.types.has('product') || !isSelectedProduct(view, product, selection)) return 0;
    if (question.gtin !== undefined) return 1;
    if (words === undefined) return neutral;
    this.#texts ??= this.#textsOf(this.#matched);
    return this.#texts.get(product) ?? 0;
  }

  #textsOf(found: FoundText | undefined): Map<number, number> {
    const texts = new Map<number, number>();
    if (found === undefined) return texts;
    const { count, subjects, scores } = found.matches;
    for (let index = 0; index < count; index++)
      texts.set(subjects[index] ?? none, textValue(scores[index] ?? 0, found));
    return texts;
  }

  #considerOther(kind: number, subject: number, text: number): void {
    const { view, question } = this.#plan;
    const type = typeOfKind[kind];
    if (type === undefined || !question.types.has(type)) return;
    const location = view.subjects.location[subject] ?? none;
    const metres = location === none ? 0 : this.#locations.metres(location);
    if (metres === Infinity) return;
    const isWithin = question.where === undefined || metres <= question.radiusMetres;
    if (!isWithin && !this.#wantsFarther) return;
    const sum = this.#scoreAt(kind, subject, text);
    if (sum < 0) return;
    if (isWithin && kind === placeKind) this.#foundPlaces.add(subject);
    this.#put(isWithin ? this.#found : this.#farther, subject, text, sum);
  }

  /** The score of what stands at one location, before rounding; -1 for what is left out. */
  #scoreAt(kind: number, subject: number, text: number): number {
    const { view, question } = this.#plan;
    const isEvent = kind === eventKind;
    if (isEvent && !this.#isOn(subject)) return -1;
    const location = view.subjects.location[subject] ?? none;
    if (location === none) {
      const needsPlace = question.where !== undefined || question.parameters.kind !== undefined;
      return needsPlace || (question.openOnly && !isEvent) ? -1 : sumScore(text, neutral, neutral, neutral, neutral);
    }
    const openness = isEvent ? neutral : this.#locations.openness(location);
    return openness < 0 ? -1 : sumScore(text, this.#locations.nearness(location), neutral, neutral, openness);
  }

  /** Events that are over don't come; when only what is open is asked for, neither do those that have yet to begin. */
  #isOn(event: number): boolean {
    const { view, question } = this.#plan;
    const atSeconds = question.atMs / 1_000;
    const startsAt = view.subjects.startsAt[event] ?? 0;
    const endsAt = view.subjects.endsAt[event] || startsAt + searchRoomLimits.eventHoursWithoutEnd * hourSeconds;
    return endsAt >= atSeconds && (!question.openOnly || startsAt <= atSeconds);
  }

  #put(heap: PageHeap, subject: number, text: number, sum: number): void {
    const steps = scoreSteps(sum);
    if (steps < heap.stepsMin) return;
    const id = absoluteId(this.#plan.view.subjectId(subject), this.#origin);
    heap.offer({ subject, text, steps, id, tie: tieValue(this.#seed, id) });
  }
}
