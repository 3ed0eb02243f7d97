import type { Event, Kind, ParcelPoint, Place, Product, Service, Thing } from '@openstraat/spec';
import type { OpeningRules } from '../../hours/opening-state.ts';
import { topicTerms } from '../../language/category-topics.ts';
import { indexTerms } from '../../language/index-terms.ts';
import type { IndexTerm } from '../../language/language.ts';
import { parcelTerms } from '../../language/parcel-terms.ts';
import { pointTypeOf } from '../../model/parcel-point-type.ts';
import { subjectTextOf, type TextPart } from './subject-text.ts';
import type { SubjectKind } from './search-view.ts';
import type { SubjectText } from './text-index.ts';

/** A point of its own, and when one can go there. */
export interface OwnPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly rules: OpeningRules;
}

/** What the index keeps of a thing that can be found. */
export interface SubjectFacts {
  readonly kind: SubjectKind;
  readonly text: SubjectText;
  readonly point?: OwnPoint;
  /** Id of the place where it is, for those without a point of their own. */
  readonly placeId?: string;
  /** Opening hours of its own, for those. */
  readonly ownHours?: string;
  readonly category?: string;
  readonly brand?: string;
  readonly gtin?: string;
  readonly startsAt?: number;
  readonly endsAt?: number;
}

type Texts = string | Readonly<Record<string, string>>;

const timeZoneDefault = 'Europe/Amsterdam';

/** Seconds since 1970 of an instant; 0 for what is before or can't be read. */
export const secondsOf = (instant: string | undefined): number => {
  const seconds = instant === undefined ? 0 : Math.floor(Date.parse(instant) / 1_000);
  return seconds > 0 ? seconds : 0;
};

const rulesOf = ({
  openingHours,
  specialOpeningHoursSpecification: closures,
  timeZone,
  address,
}: Pick<Place, 'openingHours' | 'specialOpeningHoursSpecification' | 'timeZone' | 'address'>): OpeningRules => ({
  openingHours,
  closures: (closures ?? []).map(({ validFrom, validThrough }) => ({ from: validFrom, through: validThrough })),
  timeZone: timeZone ?? timeZoneDefault,
  country: address.addressCountry,
});

/** Google's categories of what bears a title: media, and books by their number. */
const titledCategory = /^(?:784$|Media(?: >|$))/;
/** Barcodes that are an ISBN or an ISMN: what stands on a book or on sheet music, whatever its category says. */
const titledBarcode = /^0?97[89]\d{10}$/;

const bearsTitle = ({ category, gtin }: Product): boolean =>
  titledCategory.test(category ?? '') || titledBarcode.test(gtin ?? '');

/** What bears a title, by the start of its category: no title says that it is a book. */
const mediaWords: readonly (readonly [category: RegExp, word: string])[] = [
  [/^(?:784$|Media > Books(?: >|$))/, 'boek'],
  [/^Media > Magazines & Newspapers(?: >|$)/, 'tijdschrift'],
  [/^Media > DVDs & Videos(?: >|$)/, 'film'],
  [/^Media > Sheet Music(?: >|$)/, 'bladmuziek'],
];
/** Barcodes that are an ISBN: those that begin with 979-0 stand on sheet music. */
const bookBarcode = /^0?97(?:8|9[1-9])\d+$/;

const mediaTerms = ({ category, gtin }: Product): readonly IndexTerm[] => {
  const word =
    category === undefined && bookBarcode.test(gtin ?? '')
      ? 'boek'
      : mediaWords.find(([start]) => start.test(category ?? ''))?.[1];
  return word === undefined ? [] : indexTerms(word, 'nl');
};

const productParts = (product: Product): readonly TextPart[] => {
  const { name, brand, category, color, size, description } = product;
  return [
    { text: name, brand: brand?.name, field: 'name', ...(bearsTitle(product) ? { nameOf: 'title' } : {}) },
    { text: brand?.name, field: 'brand' },
    { text: category, field: 'category' },
    { terms: [...mediaTerms(product), ...topicTerms(category)], field: 'category' },
    { text: color, field: 'category' },
    { text: size, field: 'category' },
    { text: description, field: 'description' },
  ];
};

const placeParts = (place: Place): readonly TextPart[] => [
  { text: place.name, field: 'name', nameOf: 'place' },
  { kindOf: place.placeKind, field: 'category' },
  { text: place.description, field: 'description' },
  { text: place.address.addressLocality, field: 'description', wordsOnly: true },
  ...(place.carrier ?? []).map((text): TextPart => ({ text, field: 'category' })),
  ...(place.brandCarried ?? []).map((text): TextPart => ({ text, field: 'brand', carried: true })),
  ...(place.categoryCarried ?? []).map((text): TextPart => ({ text, field: 'category', carried: true })),
];

/** A counter is where an office would be, everything else a locker. */
const parcelPointKind = (point: ParcelPoint): string =>
  pointTypeOf(point) === 'counter' ? 'amenity=post_office' : 'amenity=parcel_locker';

const parcelPointParts = (point: ParcelPoint): readonly TextPart[] => [
  { text: point.name, field: 'name', isLabel: true },
  ...point.carrier.map((text): TextPart => ({ text, field: 'brand' })),
  { terms: parcelTerms(pointTypeOf(point), point.parcelService), field: 'category' },
  { text: point.address?.addressLocality, field: 'description', wordsOnly: true },
];

/** The text in one language that stands for all: for comparing, not for showing. */
const oneOf = (texts: Texts | undefined, language: string): string | undefined =>
  typeof texts === 'string' || texts === undefined ? texts : (texts[language] ?? Object.values(texts)[0]);

const productFacts = (product: Product, language: string): SubjectFacts => {
  const brand = oneOf(product.brand?.name, language);
  return {
    kind: 'Product',
    text: subjectTextOf(productParts(product), language),
    ...(product.category === undefined ? {} : { category: product.category }),
    ...(brand === undefined ? {} : { brand }),
    ...(product.gtin === undefined ? {} : { gtin: product.gtin }),
  };
};

const placeFacts = (place: Place, language: string): SubjectFacts => ({
  kind: 'Place',
  text: subjectTextOf(placeParts(place), language),
  category: place.placeKind,
  point: { latitude: place.geo.latitude, longitude: place.geo.longitude, rules: rulesOf(place) },
});

const serviceFacts = ({ name, description, provider }: Service, language: string): SubjectFacts => ({
  kind: 'Service',
  text: subjectTextOf(
    [
      { text: name, field: 'name' },
      { text: description, field: 'description' },
    ],
    language,
  ),
  placeId: provider,
});

const eventFacts = (event: Event, language: string): SubjectFacts => ({
  kind: 'Event',
  text: subjectTextOf(
    [
      { text: event.name, field: 'name', nameOf: 'event' },
      { text: event.organizer?.name, field: 'category' },
      { text: event.description, field: 'description' },
    ],
    language,
  ),
  placeId: event.location,
  startsAt: secondsOf(event.startDate),
  endsAt: secondsOf(event.endDate),
});

const parcelPointFacts = (point: ParcelPoint, language: string): SubjectFacts => {
  const { geo, address, openingHours, containedInPlace } = point;
  return {
    kind: 'ParcelPoint',
    text: subjectTextOf(parcelPointParts(point), language),
    category: parcelPointKind(point),
    ...(geo === undefined || address === undefined
      ? {}
      : {
          point: {
            latitude: geo.latitude,
            longitude: geo.longitude,
            rules: { openingHours, closures: [], timeZone: timeZoneDefault, country: address.addressCountry },
          },
        }),
    ...(containedInPlace === undefined ? {} : { placeId: containedInPlace, ownHours: openingHours }),
  };
};

/**
 * Takes from a thing what it is found by; undefined for kinds that are not found themselves.
 * @param language of texts that name none
 */
export const readSubject = (kind: Kind, thing: Thing, language: string): SubjectFacts | undefined => {
  switch (kind) {
    case 'Product':
      return productFacts(thing as Product, language);
    case 'Place':
      return placeFacts(thing as Place, language);
    case 'Service':
      return serviceFacts(thing as Service, language);
    case 'Event':
      return eventFacts(thing as Event, language);
    case 'ParcelPoint':
      return parcelPointFacts(thing as ParcelPoint, language);
    default:
      return undefined;
  }
};
