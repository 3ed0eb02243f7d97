import type { Gtin, Kind, Offer, Position, Source } from '@openstraat/spec';
import type { OpeningRules } from '../../hours/opening-state.ts';
import { foldText } from '../../language/fold.ts';
import type { LogEntry, LogHead } from '../../log/change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import { BarcodeTable } from './barcode-table.ts';
import { IndexVocabulary } from './index-vocabulary.ts';
import { searchIndexLimits } from './limits.ts';
import { LocationTable } from './location-table.ts';
import type { MergeInput, Merged } from './merge.ts';
import { NameList } from './name-list.ts';
import { idsInOfferId, offerIdOf } from './offer-id.ts';
import { type OfferExtra, OfferTable } from './offer-table.ts';
import { readOffer, readSale } from './read-offer.ts';
import { type OwnPoint, readSubject, secondsOf, type SubjectFacts } from './read-subject.ts';
import {
  none,
  type Sale,
  type SearchView,
  subjectKinds,
  type TermGroup,
  type TextField,
  type TextMatches,
  type TextMeasure,
} from './search-view.ts';
import { SourceTable } from './source-table.ts';
import { SubjectTable } from './subject-table.ts';
import { TextIndex } from './text-index.ts';
import { TextMatcher } from './text-matcher.ts';

const noCurrency = 255;

/** The origin of an absolute id; undefined for a path of this node. */
const originOf = (id: string): string | undefined => {
  if (id.startsWith('/')) return undefined;
  const end = id.indexOf('/', id.indexOf('//') + 2);
  return end < 0 ? id : id.slice(0, end);
};

/** Everything that the index holds, as of one position: entries go in one by one, each whole. */
export class SearchState implements SearchView {
  position: Position = 0;
  readonly vocabulary: IndexVocabulary;
  readonly #language: string;
  readonly #subjects = new SubjectTable();
  readonly #offers = new OfferTable();
  readonly #locations = new LocationTable();
  readonly #texts = new TextIndex();
  readonly #matcher: TextMatcher;
  readonly #categories = new NameList();
  readonly #brands = new NameList();
  readonly #currencies = new NameList();
  readonly #origins = new NameList();
  readonly #sources = new SourceTable();
  readonly #barcodes = new BarcodeTable(this.#subjects);
  /** Opening hours of what stands inside a place and has its own, by subject. */
  readonly #ownHours = new Map<number, string>();

  #visit: (offer: number) => void = () => undefined;
  readonly #visitWherePlaceIs = (offer: number): void => {
    const location = this.#offers.columns.location[offer] ?? none;
    if (this.#locations.columns.subject[location] !== none) this.#visit(offer);
  };

  constructor(origin: string, language: string) {
    this.#language = language;
    this.#origins.numberOf(origin);
    this.#matcher = new TextMatcher(this.#texts);
    this.vocabulary = new IndexVocabulary(this.#texts);
  }

  get subjectEnd(): number {
    return this.#subjects.end;
  }
  get locationEnd(): number {
    return this.#locations.end;
  }
  get offerEnd(): number {
    return this.#offers.end;
  }
  get subjects(): SearchView['subjects'] {
    return this.#subjects.columns;
  }
  get locations(): SearchView['locations'] {
    return this.#locations.columns;
  }
  get offers(): SearchView['offers'] {
    return this.#offers.columns;
  }
  get categories(): readonly string[] {
    return this.#categories.names;
  }
  get brands(): readonly string[] {
    return this.#brands.names;
  }
  get currencies(): readonly string[] {
    return this.#currencies.names;
  }
  get origins(): readonly string[] {
    return this.#origins.names;
  }
  get sources(): SearchView['sources'] {
    return this.#sources.sources;
  }

  subjectId(subject: number): string {
    return this.#subjects.idOf(subject);
  }

  subjectOf(id: string): number | undefined {
    const subject = this.#subjects.find(id);
    return subject !== undefined && this.#subjects.isLive(subject) ? subject : undefined;
  }

  offerId(offer: number): string {
    const { product, location } = this.#offers.columns;
    const place = this.#locations.owner(location[offer] ?? none);
    return this.#offers.extraOf(offer)?.id ?? offerIdOf(this.subjectId(product[offer] ?? none), this.subjectId(place));
  }

  productsByGtin(gtin: Gtin): readonly number[] {
    return this.#barcodes.productsOf(gtin);
  }

  forSharedBarcodes(visit: (products: readonly number[]) => void): void {
    this.#barcodes.forShared(visit);
  }

  gtinOf(subject: number): Gtin | undefined {
    return this.#barcodes.gtinOf(subject);
  }

  forOffersOf(product: number, visit: (offer: number) => void): void {
    // One function for all calls: a search comes here for every product that its words find.
    this.#visit = visit;
    this.#offers.forOffersOf(product, this.#visitWherePlaceIs);
  }

  forOffersOfId(product: string, visit: (offer: number) => void): void {
    const number = this.#subjects.find(product);
    if (number !== undefined) this.forOffersOf(number, visit);
  }

  offersAt(location: number): number {
    return this.#offers.countAt(location);
  }

  forOffersAt(location: number, visit: (offer: number) => void): void {
    if (this.#locations.columns.subject[location] !== none) this.#offers.forOffersAt(location, visit);
  }

  saleOf(offer: number): Sale | undefined {
    return this.#offers.extraOf(offer)?.sale;
  }

  openingRules(location: number): OpeningRules | undefined {
    return this.#locations.rulesOf(location);
  }

  openingRulesOf(subject: number): OpeningRules | undefined {
    const ofPlace = this.#locations.rulesOf(this.#subjects.columns.location[subject] ?? none);
    const openingHours = this.#ownHours.get(subject);
    // When the place is closed for a holiday, so is what stands inside.
    return ofPlace === undefined || openingHours === undefined ? ofPlace : { ...ofPlace, openingHours };
  }

  forLocationsWithin(
    point: { readonly latitude: number; readonly longitude: number },
    radiusMetres: number,
    visit: (location: number) => void,
  ): void {
    this.#locations.forWithin(point, radiusMetres, visit);
  }

  match(groups: readonly TermGroup[], field: TextField, groupsMin: number, measure?: TextMeasure): TextMatches {
    return this.#matcher.match(groups, field, groupsMin, measure);
  }

  /** Makes room for what a log holds, so that little has to grow. */
  reserve(liveByKind: LogHead['liveByKind']): void {
    this.#offers.reserve(liveByKind.Offer);
    const subjects = subjectKinds.reduce((sum, kind) => sum + liveByKind[kind], 0);
    this.#subjects.reserve(subjects);
    this.#texts.reserve(subjects);
  }

  /** Takes up an entry of the log. */
  apply({ kind, id, text }: LogEntry): void {
    const thing = text === undefined ? undefined : fromStoredText(text);
    if (kind === 'Offer') this.#applyOffer(id, thing as Offer | undefined);
    else if (kind === 'Source') this.#sources.put(id, secondsOf((thing as Source | undefined)?.lastCompleteDelivery));
    else this.#applySubject(kind, id, thing === undefined ? undefined : readSubject(kind, thing, this.#language));
  }

  /** How much has changed since the last merge, and how much there is. */
  sizes(): { readonly [Part in 'texts' | 'offers' | 'locations']: { readonly changes: number; readonly all: number } } {
    return {
      texts: { changes: this.#texts.changes, all: this.#subjects.live },
      offers: { changes: this.#offers.changes, all: this.#offers.end },
      locations: { changes: this.#locations.changes, all: this.#locations.end },
    };
  }

  /** Whether numbers run out, or most of them name nothing any more: only a build from the log helps. */
  get isWornOut(): boolean {
    const gone = this.#subjects.end - this.#subjects.live;
    const { goneSubjectsMin, textRowsMax } = searchIndexLimits;
    return (gone > goneSubjectsMin && gone > this.#subjects.live) || this.#texts.rowEnd > textRowsMax;
  }

  mergeInput(): MergeInput {
    return {
      text: this.#texts.mergeInput(this.#subjects.end),
      offers: this.#offers.mergeInput(this.#subjects.end),
      locations: this.#locations.mergeInput(),
    };
  }

  forgetMerge(): void {
    this.#offers.forgetMerge();
    this.#locations.forgetMerge();
  }

  take(merged: Merged, input: MergeInput): void {
    this.#texts.take(merged.text, input.text);
    this.#offers.take(merged.offers, input.offers);
    this.#locations.take(merged.locations);
  }

  #applyOffer(id: string, offer: Offer | undefined): void {
    const before = this.#findOffer(id);
    if (offer === undefined) {
      if (before !== none) this.#offers.remove(before);
      return;
    }
    const product = this.#subjects.numberOf(offer.itemOffered);
    const location = this.#locationOf(offer.availableAtOrFrom);
    const values = readOffer(offer);
    const currency =
      offer.priceCurrency === undefined
        ? undefined
        : this.#currencies.numberWithin(offer.priceCurrency, searchIndexLimits.currenciesMax);
    const row = {
      ...values,
      product,
      location,
      price: currency === undefined ? Number.NaN : values.price,
      currency: currency ?? noCurrency,
      source: this.#sources.numberOf(offer.source),
    };
    const extra = this.#extraOf(id, offer);
    const { columns } = this.#offers;
    if (before !== none && columns.product[before] === product && columns.location[before] === location)
      this.#offers.update(before, row, extra);
    else {
      if (before !== none) this.#offers.remove(before);
      this.#offers.add(row, extra);
    }
  }

  #extraOf(id: string, offer: Offer): OfferExtra | undefined {
    const sale = readSale(offer);
    const isUsual = id === offerIdOf(offer.itemOffered, offer.availableAtOrFrom);
    if (isUsual && sale === undefined) return undefined;
    return { ...(sale === undefined ? {} : { sale }), ...(isUsual ? {} : { id }) };
  }

  #findOffer(id: string): number {
    const unusual = this.#offers.findUnusual(id);
    if (unusual !== none) return unusual;
    const ids = idsInOfferId(id);
    const product = ids === undefined ? undefined : this.#subjects.find(ids.productId);
    const place = ids === undefined ? undefined : this.#subjects.find(ids.placeId);
    if (product === undefined || place === undefined) return none;
    return this.#offers.find(product, this.#subjects.columns.ownLocation[place] ?? none);
  }

  /** The location that an id is, or will be when it arrives. */
  #locationOf(placeId: string): number {
    const subject = this.#subjects.numberOf(placeId);
    const known = this.#subjects.columns.ownLocation[subject] ?? none;
    if (known !== none) return known;
    const location = this.#locations.add(subject);
    this.#subjects.columns.ownLocation[subject] = location;
    return location;
  }

  #applySubject(kind: Kind, id: string, facts: SubjectFacts | undefined): void {
    const before = this.#subjects.find(id);
    if (facts === undefined) {
      if (before !== undefined) this.#remove(before);
      return;
    }
    const origin = originOf(id);
    const originNumber = origin === undefined ? 0 : this.#origins.numberWithin(origin, searchIndexLimits.originsMax);
    if (originNumber === undefined) return;
    const subject = this.#subjects.numberOf(id);
    this.#barcodes.forget(subject);
    this.#subjects.write(subject, {
      kind: subjectKinds.indexOf(facts.kind),
      location: this.#locate(subject, id, facts.point, facts.placeId),
      category: facts.category === undefined ? none : this.#categories.numberOf(facts.category),
      brand: facts.brand === undefined ? none : this.#brands.numberOf(foldText(facts.brand)),
      origin: originNumber,
      startsAt: facts.startsAt ?? 0,
      endsAt: facts.endsAt ?? 0,
      gtin: facts.gtin === undefined ? 0 : Number(facts.gtin),
    });
    this.#barcodes.add(subject);
    if (facts.ownHours === undefined) this.#ownHours.delete(subject);
    else this.#ownHours.set(subject, facts.ownHours);
    this.#texts.set(subject, facts.text);
  }

  #locate(subject: number, id: string, point: OwnPoint | undefined, placeId: string | undefined): number {
    if (point !== undefined) {
      const location = this.#locationOf(id);
      this.#locations.put(location, subject, point, point.rules);
      return location;
    }
    this.#leaveOwnLocation(subject);
    return placeId === undefined ? none : this.#locationOf(placeId);
  }

  #remove(subject: number): void {
    if (!this.#subjects.isLive(subject)) return;
    this.#barcodes.forget(subject);
    this.#subjects.remove(subject);
    this.#ownHours.delete(subject);
    this.#texts.set(subject, undefined);
    this.#leaveOwnLocation(subject);
  }

  #leaveOwnLocation(subject: number): void {
    const own = this.#subjects.columns.ownLocation[subject] ?? none;
    if (own !== none) this.#locations.remove(own);
  }
}
