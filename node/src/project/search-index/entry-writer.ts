import type { Offer, Source } from '@openstraat/spec';
import { foldText } from '../../language/fold.ts';
import { type LibraryEntry, originOfIri, type SeenThing } from '../library.ts';
import { readThing } from '../read-thing.ts';
import type { IndexTables } from './index-tables.ts';
import { searchIndexLimits } from './limits.ts';
import { idsInOfferId, offerIdOf } from './offer-id.ts';
import type { OfferExtra } from './offer-table.ts';
import { readOffer, readSale } from './read-offer.ts';
import { type OwnPoint, readSubject, secondsOf, type SubjectFacts } from './read-subject.ts';
import { moreSaid, none, subjectKinds } from './search-view.ts';
import { type FilterColumn, filterTerm, type SubjectText } from './text-index.ts';

const noCurrency = 255;

/** A text that is found by brand and category too, each by its number in the index. */
const withFilters = (text: SubjectText, numbers: Readonly<Record<FilterColumn, number>>): SubjectText => {
  const terms = new Map(text.terms);
  for (const column of ['brand', 'category'] as const)
    if (numbers[column] !== none) terms.set(filterTerm(column, numbers[column]), 1);
  return { ...text, terms };
};

/** Writes entries of logs into the tables of an index, one by one, each whole. */
export class EntryWriter {
  readonly #tables: IndexTables;
  readonly #language: string;

  /** @param language of texts that name none */
  constructor(tables: IndexTables, language: string) {
    this.#tables = tables;
    this.#language = language;
  }

  /** Takes up an entry; one that comes again changes nothing. */
  write({ kind, id, position, text }: LibraryEntry): void {
    const thing = text === undefined ? undefined : readThing({ kind, position, text });
    const seen = { id, position };
    if (kind === 'Offer') this.#writeOffer(seen, thing as Offer | undefined);
    else if (kind === 'Source') {
      const lastCompleteDelivery = secondsOf((thing as Source | undefined)?.lastCompleteDelivery);
      this.#tables.sources.put({ ...seen, lastCompleteDelivery });
    } else this.#writeSubject(seen, thing === undefined ? undefined : readSubject(kind, thing, this.#language));
  }

  #writeOffer({ id, position }: SeenThing, offer: Offer | undefined): void {
    const { subjects, offers, currencies, sources } = this.#tables;
    const before = this.#findOffer(id);
    if (offer === undefined) {
      if (before !== none) offers.remove(before);
      return;
    }
    const product = subjects.numberOf(offer.itemOffered);
    const location = this.#locationOf(offer.availableAtOrFrom);
    const values = readOffer(offer);
    const currency =
      offer.priceCurrency === undefined
        ? undefined
        : currencies.numberWithin(offer.priceCurrency, searchIndexLimits.currenciesMax);
    const row = {
      ...values,
      product,
      location,
      price: currency === undefined ? Number.NaN : values.price,
      currency: currency ?? noCurrency,
      // A currency too many has no number.
      stock: offer.priceCurrency !== undefined && currency === undefined ? moreSaid : values.stock,
      source: sources.numberOf(offer.source),
      position,
    };
    const extra = this.#extraOf(id, offer);
    const { columns } = offers;
    if (before !== none && columns.product[before] === product && columns.location[before] === location)
      offers.update(before, row, extra);
    else {
      if (before !== none) offers.remove(before);
      offers.add(row, extra);
    }
  }

  #extraOf(id: string, offer: Offer): OfferExtra | undefined {
    const sale = readSale(offer);
    const isUsual = id === offerIdOf(offer.itemOffered, offer.availableAtOrFrom);
    if (isUsual && sale === undefined) return undefined;
    return { ...(sale === undefined ? {} : { sale }), ...(isUsual ? {} : { id }) };
  }

  #findOffer(id: string): number {
    const { subjects, offers } = this.#tables;
    const unusual = offers.findUnusual(id);
    if (unusual !== none) return unusual;
    const ids = idsInOfferId(id);
    const product = ids === undefined ? undefined : subjects.find(ids.productId);
    const place = ids === undefined ? undefined : subjects.find(ids.placeId);
    if (product === undefined || place === undefined) return none;
    return offers.find(product, subjects.columns.ownLocation[place] ?? none);
  }

  /** The location that an id is, or will be when it arrives. */
  #locationOf(placeId: string): number {
    const { subjects, locations } = this.#tables;
    const subject = subjects.numberOf(placeId);
    const known = subjects.columns.ownLocation[subject] ?? none;
    if (known !== none) return known;
    const location = locations.add(subject);
    subjects.columns.ownLocation[subject] = location;
    return location;
  }

  #writeSubject({ id, position }: SeenThing, facts: SubjectFacts | undefined): void {
    const { subjects, origins, barcodes, categories, brands, ownHours, texts } = this.#tables;
    const before = subjects.find(id);
    if (facts === undefined) {
      if (before !== undefined) this.#remove(before);
      return;
    }
    const origin = originOfIri(id);
    const originNumber = origin === undefined ? 0 : origins.numberWithin(origin, searchIndexLimits.originsMax);
    if (originNumber === undefined) return;
    const subject = subjects.numberOf(id);
    const category = facts.category === undefined ? none : categories.numberOf(facts.category);
    const brand = facts.brand === undefined ? none : brands.numberOf(foldText(facts.brand));
    barcodes.forget(subject);
    subjects.write(subject, {
      kind: subjectKinds.indexOf(facts.kind),
      location: this.#locate(subject, id, facts.point, facts.placeId),
      category,
      brand,
      origin: originNumber,
      startsAt: facts.startsAt ?? 0,
      endsAt: facts.endsAt ?? 0,
      position,
      gtin: facts.gtin === undefined ? 0 : Number(facts.gtin),
    });
    barcodes.add(subject);
    if (facts.ownHours === undefined) ownHours.delete(subject);
    else ownHours.set(subject, facts.ownHours);
    texts.set(subject, facts.kind === 'Product' ? withFilters(facts.text, { brand, category }) : facts.text);
  }

  #locate(subject: number, id: string, point: OwnPoint | undefined, placeId: string | undefined): number {
    if (point !== undefined) {
      const location = this.#locationOf(id);
      this.#tables.locations.put(location, subject, point, point.rules);
      return location;
    }
    this.#leaveOwnLocation(subject);
    return placeId === undefined ? none : this.#locationOf(placeId);
  }

  #remove(subject: number): void {
    const { subjects, barcodes, ownHours, texts } = this.#tables;
    if (!subjects.isLive(subject)) return;
    barcodes.forget(subject);
    subjects.remove(subject);
    ownHours.delete(subject);
    texts.set(subject, undefined);
    this.#leaveOwnLocation(subject);
  }

  #leaveOwnLocation(subject: number): void {
    const { subjects, locations } = this.#tables;
    const own = subjects.columns.ownLocation[subject] ?? none;
    if (own !== none) locations.remove(own);
  }
}
