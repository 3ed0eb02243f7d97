import type { Gtin } from '@openstraat/spec';
import type { QueryWord } from '../language/language.ts';
import { goneSubject, none, subjectKinds } from '../project/search-index/search-view.ts';
import { type CarriedPlaces, findCarriedPlaces } from './carried-places.ts';
import type { SearchCursor } from './cursor.ts';
import type { LocationScreen } from './location-screen.ts';
import { type OfferScreen, scoreMax } from './offer-screen.ts';
import type { NearbyOffers, VisitProduct } from './nearby-offers.ts';
import { visitOfferedPlaces } from './offered-places.ts';
import { mayComeAlone } from './lone-product.ts';
import { shareTexts } from './shared-texts.ts';
import type { PageHeap } from './page-heap.ts';
import { PageTiers, type TierCandidate } from './page-tiers.ts';
import { rankingFigures, scoreSteps, sumScore } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { asksForProducts, groupOf, isSelectedProduct, typeOfKind } from './selection.ts';
import { spotScore } from './spot-score.ts';
import type { SubjectTexts } from './subject-texts.ts';
import { findText, type FoundText, pinText, textFigures, textValue } from './text-search.ts';

const [productKind, placeKind] = subjectKinds.keys();
const { neutral } = rankingFigures;
/** How well a barcode fits its product. */
const exactText = 1;

/** The best results of a page, and one more where there is a next page. */
export interface Collected {
  readonly results: readonly TierCandidate[];
  /** Words that were really matched. */
  readonly words: readonly QueryWord[];
  readonly carriedWords: readonly QueryWord[];
  /** What the pages behind keep to. */
  readonly pins: Pick<SearchCursor, 'text' | 'carried'>;
}

/** What a collector looks through; made once a process. */
export interface CollectorScreens {
  readonly locations: LocationScreen;
  readonly offers: OfferScreen;
  readonly nearby: NearbyOffers;
  readonly texts: SubjectTexts;
}

/** Collects the results of one page out of an index, without reading a document. Synchronous: an index is consistent as long as nobody awaits. */
export class Collector {
  readonly #plan: Plan;
  readonly #screens: CollectorScreens;
  readonly #locations: LocationScreen;
  readonly #offers: OfferScreen;
  readonly #origin: string;
  readonly #onlyProducts: boolean;
  #tiers: PageTiers;
  #matched: FoundText | undefined;
  /** Places that the words themselves have found: they don't come again for what they carry. */
  readonly #foundPlaces = new Set<number>();
  /** How well the words fit the product that they fit best of those listed within the radius, whatever its price and stock; 0 where there is none. */
  #bestListedText = 0;
  /** The product that the words fit best, wherever it is offered. */
  #bestMatch: number | undefined;
  #bestMatchText = 0;
  /** Products that the words fit less are left out. */
  #productTextMin = 0;
  #groupsDone = new Set<number>();
  /** How well the words fit each subject. */
  #texts: Float64Array = new Float64Array(0);

  constructor(plan: Plan, screens: CollectorScreens, origin: string) {
    this.#plan = plan;
    this.#screens = screens;
    this.#locations = screens.locations;
    this.#offers = screens.offers;
    this.#origin = origin;
    this.#onlyProducts = asksForProducts(plan.question);
    this.#tiers = new PageTiers(plan, origin);
  }

  collect(): Collected {
    const { question, words } = this.#plan;
    const { cursor } = question;
    if (cursor?.carried?.instead === true) this.#productTextMin = textFigures.strongMin;
    this.#look();
    const text = this.#matched === undefined ? undefined : pinText(words ?? [], this.#matched);
    const mayCarry = cursor === undefined ? this.#mayCarry() : cursor.carried !== undefined;
    const carried = mayCarry ? this.#findCarried() : undefined;
    const isInstead = carried !== undefined && this.#bestListedText > 0 && !this.#asksForPlacesAlone;
    if (cursor === undefined && isInstead) {
      // Only mentions of it, while places say that they carry it.
      this.#productTextMin = textFigures.strongMin;
      this.#look();
    }
    for (const { place, text: fit, sum } of carried?.places ?? [])
      this.#tiers.put(this.#tiers.carried, place, fit, sum);
    return {
      results: this.#tiers.results().slice(0, question.limit + 1),
      words: this.#matched?.words ?? words ?? [],
      carriedWords: carried?.words ?? [],
      pins: {
        ...(text === undefined ? {} : { text }),
        ...(carried === undefined ? {} : { carried: { ...carried.pin, instead: isInstead } }),
        ...(cursor === undefined ? {} : { text: cursor.text, carried: cursor.carried }),
      },
    };
  }

  /** Does anybody within the radius list what is asked for? Not where the words are only mentioned; always where none are given. */
  get #isProductListed(): boolean {
    const { question, words } = this.#plan;
    const isExact = question.gtin !== undefined || words === undefined;
    return isExact ? this.#bestListedText > 0 : this.#bestListedText >= textFigures.strongMin;
  }

  get #asksForPlacesAlone(): boolean {
    const { types } = this.#plan.question;
    return types.has('place') && !types.has('product');
  }

  /** Places come for what they carry only where nobody lists the product itself, or where places are all that is asked for. */
  #mayCarry(): boolean {
    const { types, parameters } = this.#plan.question;
    const mayShowPlaces = types.has('place') || (this.#onlyProducts && parameters.type === undefined);
    return mayShowPlaces && (this.#asksForPlacesAlone || !this.#isProductListed);
  }

  #findCarried(): CarriedPlaces | undefined {
    const { view, carriedWords, question } = this.#plan;
    const isKnown = this.#bestMatch !== undefined && this.#bestMatchText >= textFigures.strongMin;
    const brandOfKnown = isKnown ? this.#plan.brandWords(this.#bestMatch ?? none) : [];
    return findCarriedPlaces(
      view,
      [...carriedWords, brandOfKnown],
      (subject, text) => {
        if (view.subjects.kind[subject] !== placeKind || this.#foundPlaces.has(subject)) return -1;
        const metres = this.#locations.metres(view.subjects.location[subject] ?? none);
        return metres > question.radiusMetres ? -1 : spotScore(this.#plan, this.#locations, subject, text);
      },
      question.cursor?.carried,
    );
  }

  /** Looks at everything that the words, the barcode or the filters find, once. */
  #look(): void {
    this.#startTiers();
    const { view, question, words } = this.#plan;
    if (question.gtin !== undefined) {
      this.#lookAtBarcode(question.gtin);
      return;
    }
    if (words === undefined) {
      this.#lookAtAll();
      return;
    }
    this.#matched = findText(view, words, 'text', (subject) => this.#isAsked(subject), {
      pinned: question.cursor?.text,
    });
    if (this.#matched === undefined) return;
    const matching = this.#fillTexts(this.#matched);
    const siblings = shareTexts(view, this.#texts, (product, text) => this.#isProductAsked(product, text));
    const products = matching + siblings.length;
    const { count, subjects } = this.#matched.matches;
    const isNear = question.types.has('product') && this.#lookNearby(products);
    for (let index = 0; index < count; index++) {
      const subject = subjects[index] ?? none;
      const text = this.#texts[subject] ?? 0;
      if (text > 0 && !(isNear && view.subjects.kind[subject] === productKind)) this.#consider(subject, text);
    }
    if (!isNear) for (const sibling of siblings) this.#consider(sibling, this.#texts[sibling] ?? 0);
  }

  #lookAtBarcode(gtin: Gtin): void {
    const { question, selection, view } = this.#plan;
    const products = view.productsByGtin(gtin);
    if (question.types.has('product'))
      this.#considerGroup(
        products.filter((product) => isSelectedProduct(view, product, selection)),
        exactText,
      );
    if (products.length > 0 || question.parameters.type === 'product') return;
    visitOfferedPlaces(this.#plan, gtin, exactText, this.#screens, (place, sum, isWithin) =>
      this.#tiers.put(isWithin ? this.#tiers.found : this.#tiers.farther, place, exactText, sum),
    );
  }

  /** Writes down how well the words fit each subject that they find. @returns how many products */
  #fillTexts(found: FoundText): number {
    const { subjects: all, subjectEnd } = this.#plan.view;
    const texts = this.#screens.texts.start(subjectEnd);
    const { count, subjects, scores } = found.matches;
    let products = 0;
    for (let index = 0; index < count; index++) {
      const subject = subjects[index] ?? none;
      const text = this.#fit(subject, scores[index] ?? 0, found);
      if (all.kind[subject] === productKind) {
        if (!this.#isProductAsked(subject, text)) continue;
        products += 1;
        this.#rememberMatch(subject, text);
      }
      texts[subject] = text;
    }
    this.#texts = texts;
    return products;
  }

  /** Looks at the offers of the few locations around, where those are fewer. @returns whether that was done */
  #lookNearby(products: number): boolean {
    const { view, question } = this.#plan;
    const visit: VisitProduct = (product, best, isWithin) => {
      const text = this.#texts[product] ?? 0;
      this.#putProduct(isWithin ? this.#tiers.found : this.#tiers.farther, product, text, best);
    };
    const wantsFarther = (): boolean => this.#tiers.wantsFarther;
    const isDone = this.#screens.nearby.visit(view, question, this.#texts, products, visit, wantsFarther);
    if (isDone) this.#bestListedText = Math.max(this.#bestListedText, this.#screens.nearby.listedText);
    else this.#startTiers();
    return isDone;
  }

  #startTiers(): void {
    this.#tiers = new PageTiers(this.#plan, this.#origin);
    this.#groupsDone = new Set();
  }

  #isProductAsked(product: number, text: number): boolean {
    const { view, selection } = this.#plan;
    return text > 0 && text >= this.#productTextMin && isSelectedProduct(view, product, selection);
  }

  #rememberMatch(product: number, text: number): void {
    if (text <= this.#bestMatchText) return;
    this.#bestMatchText = text;
    this.#bestMatch = product;
  }

  /** Every subject, where only filters are asked: the columns first, since few are what is asked for. */
  #lookAtAll(): void {
    const { view, selection, question } = this.#plan;
    const { brands, categories } = selection;
    const { kind, brand, category } = view.subjects;
    const texts = this.#screens.texts.start(view.subjectEnd);
    const products: number[] = [];
    const others: number[] = [];
    for (let subject = 0; subject < view.subjectEnd; subject++) {
      const isProduct = kind[subject] === productKind;
      if (!isProduct && this.#onlyProducts) continue;
      if (brands !== undefined && brands[brand[subject] ?? none] !== 1) continue;
      if (categories !== undefined && categories[category[subject] ?? none] !== 1) continue;
      if (!isProduct) others.push(subject);
      else if (question.types.has('product')) {
        products.push(subject);
        texts[subject] = neutral;
      }
    }
    this.#texts = texts;
    if (products.length > 0 && !this.#lookNearby(products.length))
      for (const product of products) this.#consider(product, neutral);
    for (const other of others) this.#consider(other, neutral);
  }

  #isAsked(subject: number): boolean {
    const type = typeOfKind[this.#plan.view.subjects.kind[subject] ?? goneSubject];
    return type !== undefined && this.#plan.question.types.has(type);
  }

  #consider(subject: number, text: number): void {
    const { view, question } = this.#plan;
    const kind = view.subjects.kind[subject] ?? goneSubject;
    if (kind !== productKind) {
      if (kind !== goneSubject && !this.#onlyProducts) this.#considerOther(kind, subject, text);
      return;
    }
    if (!this.#isProductAsked(subject, text)) return;
    this.#rememberMatch(subject, text);
    if (!question.types.has('product')) return;
    if (scoreSteps(scoreMax(text)) >= this.#tiers.found.stepsMin) this.#considerProduct(subject, text);
    // What can't come onto a full page is not looked at; that it fits is enough to know here.
    else this.#bestListedText = Math.max(this.#bestListedText, text);
  }

  #considerProduct(product: number, text: number): void {
    const leastWithin = this.#tiers.leastFor(this.#tiers.found);
    const leastBeyond = this.#tiers.wantsFarther ? this.#tiers.leastFor(this.#tiers.farther) : Infinity;
    this.#offers.look(product, text, leastWithin, leastBeyond);
    const { bestWithin, bestBeyond } = this.#offers;
    if (this.#offers.isListed) this.#bestListedText = Math.max(this.#bestListedText, text);
    const isWithin = bestWithin > leastWithin;
    if (!isWithin && !(bestBeyond > leastBeyond)) return;
    const [heap, best] = isWithin ? [this.#tiers.found, bestWithin] : [this.#tiers.farther, bestBeyond];
    this.#putProduct(heap, product, text, best);
  }

  #putProduct(heap: PageHeap, product: number, text: number, best: number): void {
    if (scoreSteps(best) < heap.stepsMin) return;
    const group = groupOf(this.#plan.view, product, this.#plan.selection);
    if (group.length === 1) this.#tiers.put(heap, product, text, best);
    else this.#considerGroup(group, text);
  }

  /** Products of one barcode come as one, where the best of their offers puts them: all with the same text, since their offers stand together. */
  #considerGroup(group: readonly number[], text: number): void {
    const [leader] = group;
    if (leader === undefined || this.#groupsDone.has(leader)) return;
    this.#groupsDone.add(leader);
    let [within, beyond] = [-1, -1];
    for (const product of group) {
      this.#offers.look(product, text, within, this.#plan.question.where === undefined ? Infinity : beyond);
      within = this.#offers.bestWithin;
      beyond = this.#offers.bestBeyond === Infinity ? -1 : this.#offers.bestBeyond;
      if (this.#offers.isListed) this.#bestListedText = Math.max(this.#bestListedText, text);
    }
    if (within >= 0) this.#tiers.put(this.#tiers.found, leader, text, within);
    else if (beyond >= 0) this.#tiers.put(this.#tiers.farther, leader, text, beyond);
    else if (mayComeAlone(this.#plan, group))
      this.#tiers.put(this.#tiers.found, leader, text, sumScore(text, neutral, neutral, neutral, neutral));
  }

  /** How well the words fit a subject. */
  #fit(subject: number, score: number, found: FoundText): number {
    const value = textValue(score, found);
    const isMention = this.#plan.namesKind && this.#plan.view.subjects.kind[subject] === productKind;
    return isMention ? value * rankingFigures.productNamingKind : value;
  }

  #considerOther(kind: number, subject: number, text: number): void {
    const { view, question } = this.#plan;
    const type = typeOfKind[kind];
    if (type === undefined || !question.types.has(type)) return;
    const location = view.subjects.location[subject] ?? none;
    const metres = location === none ? 0 : this.#locations.metres(location);
    if (metres === Infinity) return;
    const isWithin = question.where === undefined || metres <= question.radiusMetres;
    if (!isWithin && !this.#tiers.wantsFarther) return;
    const sum = spotScore(this.#plan, this.#locations, subject, text);
    if (sum < 0) return;
    if (isWithin && kind === placeKind) this.#foundPlaces.add(subject);
    this.#tiers.put(isWithin ? this.#tiers.found : this.#tiers.farther, subject, text, sum);
  }
}
