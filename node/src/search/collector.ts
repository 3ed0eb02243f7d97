import type { Gtin } from '@openstraat/spec';
import type { QueryWord } from '../language/language.ts';
import { goneSubject, none, subjectKinds } from '../project/search-index/search-view.ts';
import { type CarriedPlaces, findCarriedPlaces } from './carried-places.ts';
import type { SearchCursor } from './cursor.ts';
import { FoundProducts, type ProductScreens } from './found-products.ts';
import { FoundSpots } from './found-spots.ts';
import type { LocationScreen } from './location-screen.ts';
import { visitOfferedPlaces } from './offered-places.ts';
import { shareTexts } from './shared-texts.ts';
import { PageTiers, type TierCandidate } from './page-tiers.ts';
import { rankingFigures } from './ranking.ts';
import type { Plan } from './search-plan.ts';
import { asksForProducts, chosenNumbers, isSelectedProduct, typeOfKind } from './selection.ts';
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
export interface CollectorScreens extends ProductScreens {
  readonly texts: SubjectTexts;
}

/** What the words find, and how well they fit. */
interface FoundSubject {
  readonly subject: number;
  readonly text: number;
}

/** Collects the results of one page out of an index, without reading a document. Synchronous: an index is consistent as long as nobody awaits. */
export class Collector {
  readonly #plan: Plan;
  readonly #screens: CollectorScreens;
  readonly #locations: LocationScreen;
  readonly #origin: string;
  readonly #onlyProducts: boolean;
  #tiers: PageTiers;
  #products: FoundProducts;
  #matched: FoundText | undefined;
  /** Places that the words themselves have found: they don't come again for what they carry. */
  readonly #foundPlaces = new Set<number>();
  /** The product that the words fit best, wherever it is offered. */
  #bestMatch: number | undefined;
  #bestMatchText = 0;
  /** Choices of words that have been tried in vain. */
  #tried = 0;
  /** How well the words fitted what is listed and was left out, in those. */
  #listedTextBefore = 0;
  /** Products that the words fit less are left out. */
  #productTextMin = 0;

  constructor(plan: Plan, screens: CollectorScreens, origin: string) {
    this.#plan = plan;
    this.#screens = screens;
    this.#locations = screens.locations;
    this.#origin = origin;
    this.#onlyProducts = asksForProducts(plan.question);
    this.#tiers = new PageTiers(plan, origin);
    this.#products = new FoundProducts(plan, this.#tiers, screens);
  }

  collect(): Collected {
    const { question, words } = this.#plan;
    const { cursor } = question;
    if (cursor?.carried?.instead === true) this.#productTextMin = textFigures.strongMin * (cursor.text?.share ?? 1);
    this.#look();
    if (cursor === undefined) this.#lookForFewer();
    const text = this.#matched === undefined ? undefined : pinText(words ?? [], this.#matched);
    const mayCarry = cursor === undefined ? this.#mayCarry() : cursor.carried !== undefined;
    const carried = mayCarry ? this.#findCarried() : undefined;
    const isInstead = carried !== undefined && this.#products.bestListedText > 0 && !this.#asksForPlacesAlone;
    if (cursor === undefined && isInstead) {
      // Only mentions of it, while places say that they carry it.
      this.#productTextMin = this.#strongMin;
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

  /** What has all the words may be sold out, shut or too far away: then what has fewer of them. */
  #lookForFewer(): void {
    while (this.#matched !== undefined && this.#tiers.isEmpty) {
      this.#tried = this.#matched.tried;
      this.#listedTextBefore = Math.max(this.#listedTextBefore, this.#products.bestListedText);
      this.#look();
    }
  }

  /** A word that was left out makes no mention of the thing itself: the words that stayed say whether it is listed. */
  get #strongMin(): number {
    return textFigures.strongMin * (this.#matched?.keptShare ?? 1);
  }

  /** Does anybody within the radius list what is asked for? Not where the words are only mentioned; always where none are given. */
  get #isProductListed(): boolean {
    const { question, words } = this.#plan;
    const isExact = question.gtin !== undefined || words === undefined;
    const best = Math.max(this.#listedTextBefore, this.#products.bestListedText);
    return isExact ? best > 0 : best >= this.#strongMin;
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
    const { view, question } = this.#plan;
    const isKnown = this.#bestMatch !== undefined && this.#bestMatchText >= this.#strongMin;
    const brandOfKnown = isKnown ? this.#plan.brandWords(this.#bestMatch ?? none) : [];
    return findCarriedPlaces(
      view,
      [...this.#plan.carriedWords(), brandOfKnown],
      (subject, text) => {
        if (view.subjects.kind[subject] !== placeKind || this.#foundPlaces.has(subject)) return -1;
        const metres = this.#locations.metres(view.subjects.location[subject] ?? none);
        return metres > question.radiusMetres ? -1 : spotScore(this.#plan, this.#locations, subject, text);
      },
      { pinned: question.cursor?.carried, mayLeaveOut: this.#matched?.keptShare !== 1 },
    );
  }

  /** Looks at everything that the words, the barcode or the filters find, once: products first, since they leave most unread where they fill the page. */
  #look(): void {
    const { gtin, types } = this.#plan.question;
    this.#tiers = new PageTiers(this.#plan, this.#origin);
    this.#products = new FoundProducts(this.#plan, this.#tiers, this.#screens);
    if (gtin !== undefined) {
      this.#lookAtBarcode(gtin);
      return;
    }
    this.#screens.texts.start(this.#plan.view.subjectEnd);
    const others = this.#plan.words === undefined ? this.#findAll() : this.#findByWords(this.#plan.words);
    if (types.has('product')) this.#products.lookAt(this.#screens.texts);
    if (this.#onlyProducts) return;
    const spots = new FoundSpots(this.#plan, this.#tiers, this.#locations, this.#foundPlaces);
    for (const { subject, text } of others) spots.lookAt(subject, text);
  }

  #lookAtBarcode(gtin: Gtin): void {
    const { question, selection, view } = this.#plan;
    const products = view.productsByGtin(gtin);
    if (question.types.has('product'))
      this.#products.lookAtGroup(
        products.filter((product) => isSelectedProduct(view, product, selection)),
        exactText,
      );
    if (products.length > 0 || question.parameters.type === 'product') return;
    visitOfferedPlaces(this.#plan, gtin, exactText, this.#screens, (place, sum, isWithin) =>
      this.#tiers.put(isWithin ? this.#tiers.found : this.#tiers.farther, place, exactText, sum),
    );
  }

  /** Writes down how well the words fit each product that they find. @returns what else they find */
  #findByWords(words: readonly QueryWord[]): readonly FoundSubject[] {
    const { view, question } = this.#plan;
    const found = findText(view, words, 'text', (subject) => this.#isAsked(subject), {
      pinned: question.cursor?.text,
      tried: this.#tried,
    });
    this.#matched = found;
    if (found === undefined) return [];
    const { texts } = this.#screens;
    const { count, subjects, scores } = found.matches;
    const others: FoundSubject[] = [];
    for (let index = 0; index < count; index++) {
      const subject = subjects[index] ?? none;
      const text = this.#fit(subject, scores[index] ?? 0, found);
      if (text === 0) continue;
      if (view.subjects.kind[subject] !== productKind) others.push({ subject, text });
      else if (this.#isProductAsked(subject, text)) {
        this.#rememberMatch(subject, text);
        texts.add(subject, text);
      }
    }
    shareTexts(view, texts, (product, text) => this.#isProductAsked(product, text));
    return others;
  }

  /** Every subject, where only filters are asked. @returns what is no product */
  #findAll(): readonly FoundSubject[] {
    const { view, selection } = this.#plan;
    const { texts } = this.#screens;
    const { subjectEnd, subjects } = view;
    const { brands, categories } = selection;
    const isProduct = (subject: number): boolean => subjects.kind[subject] === productKind;
    for (const [column, chosen] of [
      ['brand', brands],
      ['category', categories],
    ] as const) {
      if (chosen === undefined) continue;
      for (const product of view.productsWith(column, chosenNumbers(chosen)))
        if (isSelectedProduct(view, product, selection)) texts.add(product, neutral);
      return [];
    }
    const others: FoundSubject[] = [];
    for (let subject = 0; subject < subjectEnd; subject++) {
      if (isProduct(subject)) texts.add(subject, neutral);
      else if (!this.#onlyProducts) others.push({ subject, text: neutral });
    }
    return others;
  }

  #isAsked(subject: number): boolean {
    const type = typeOfKind[this.#plan.view.subjects.kind[subject] ?? goneSubject];
    return type !== undefined && this.#plan.question.types.has(type);
  }

  #isProductAsked(product: number, text: number): boolean {
    const { view, selection } = this.#plan;
    return text >= this.#productTextMin && isSelectedProduct(view, product, selection);
  }

  #rememberMatch(product: number, text: number): void {
    if (text <= this.#bestMatchText) return;
    this.#bestMatchText = text;
    this.#bestMatch = product;
  }

  /** How well the words fit a subject. */
  #fit(subject: number, score: number, found: FoundText): number {
    const value = textValue(score, found);
    const isMention = this.#plan.namesKind && this.#plan.view.subjects.kind[subject] === productKind;
    return isMention ? value * rankingFigures.productNamingKind : value;
  }
}
