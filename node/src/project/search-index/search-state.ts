import type { Gtin } from '@openstraat/spec';
import type { OpeningRules } from '../../hours/opening-state.ts';
import type { LogHead } from '../../log/change-log.ts';
import type { LibraryEntry } from '../library.ts';
import { EntryWriter } from './entry-writer.ts';
import { createIndexTables, type IndexTables } from './index-tables.ts';
import { IndexVocabulary } from './index-vocabulary.ts';
import { searchIndexLimits } from './limits.ts';
import type { MergeInput, Merged } from './merge.ts';
import { offerIdOf } from './offer-id.ts';
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
import { TextMatcher } from './text-matcher.ts';

/** Everything that the index holds: entries go in one by one, each whole. */
export class SearchState implements SearchView {
  readonly vocabulary: IndexVocabulary;
  readonly #tables: IndexTables;
  // Searches come to these all the time.
  readonly #subjects: IndexTables['subjects'];
  readonly #offers: IndexTables['offers'];
  readonly #locations: IndexTables['locations'];
  readonly #texts: IndexTables['texts'];
  readonly #writer: EntryWriter;
  readonly #matcher: TextMatcher;

  #visit: (offer: number) => void = () => undefined;
  readonly #visitWherePlaceIs = (offer: number): void => {
    const location = this.#offers.columns.location[offer] ?? none;
    if (this.#locations.columns.subject[location] !== none) this.#visit(offer);
  };

  constructor(origin: string, language: string) {
    this.#tables = createIndexTables(origin);
    this.#subjects = this.#tables.subjects;
    this.#offers = this.#tables.offers;
    this.#locations = this.#tables.locations;
    this.#texts = this.#tables.texts;
    this.#writer = new EntryWriter(this.#tables, language);
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
    return this.#tables.categories.names;
  }
  get brands(): readonly string[] {
    return this.#tables.brands.names;
  }
  get currencies(): readonly string[] {
    return this.#tables.currencies.names;
  }
  get origins(): readonly string[] {
    return this.#tables.origins.names;
  }
  get sources(): SearchView['sources'] {
    return this.#tables.sources.sources;
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
    return this.#tables.barcodes.productsOf(gtin);
  }

  gtinOf(subject: number): Gtin | undefined {
    return this.#tables.barcodes.gtinOf(subject);
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

  get offerStarts(): Uint32Array {
    return this.#offers.starts;
  }

  get productCells(): Uint32Array {
    return this.#offers.cells.bits;
  }

  newestOffer(product: number): number {
    return this.#offers.newestOf(product);
  }

  offerBefore(offer: number): number {
    return this.#offers.before(offer);
  }

  saleOf(offer: number): Sale | undefined {
    return this.#offers.extraOf(offer)?.sale;
  }

  openingRules(location: number): OpeningRules | undefined {
    return this.#locations.rulesOf(location);
  }

  openingRulesOf(subject: number): OpeningRules | undefined {
    const ofPlace = this.#locations.rulesOf(this.#subjects.columns.location[subject] ?? none);
    const openingHours = this.#tables.ownHours.get(subject);
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

  productsWith(column: 'brand' | 'category', numbers: readonly number[]): Uint32Array {
    return this.#matcher.filter(column, numbers);
  }

  match(groups: readonly TermGroup[], field: TextField, measure?: TextMeasure): TextMatches {
    return this.#matcher.match(groups, field, measure);
  }

  /** Makes room for so many things, so that little has to grow. */
  reserve(liveByKind: LogHead['liveByKind']): void {
    this.#offers.reserve(liveByKind.Offer);
    const subjects = subjectKinds.reduce((sum, kind) => sum + liveByKind[kind], 0);
    this.#subjects.reserve(subjects);
    this.#texts.reserve(subjects);
  }

  /** Takes up an entry of one of the logs. */
  apply(entry: LibraryEntry): void {
    this.#writer.write(entry);
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
}
