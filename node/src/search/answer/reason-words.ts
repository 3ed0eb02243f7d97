import type { Availability, SearchType } from '@openstraat/spec';
import type { SearchedField } from './searched-fields.ts';

/** Sentences that say why a result stands where it stands. */
export interface ReasonWords {
  readonly barcode: string;
  /** In which field words stand. */
  readonly field: Readonly<Record<SearchedField, (words: string, areSeveral: boolean) => string>>;
  /** A word whose parts stand in several fields. */
  spread(word: string): string;
  corrected(word: string, as: string): string;
  /** Words that are found by another: the same in other words or another language, or a sort of it. */
  synonym(words: string, as: string): string;
  compound(word: string): string;
  assortment(carried: string): string;
  distance(metres: number, minutes: number): string;
  farther(radiusMetres: number): string;
  readonly availability: Readonly<Record<Availability, string>>;
  seen(days: number): string;
  /** What a result is that has nothing else to say for itself. */
  readonly type: Readonly<Record<SearchType, string>>;
  readonly open: Readonly<Record<'open' | 'unknown' | 'closed', string>>;
}

/** Above this, kilometres read better. */
const kilometreMetres = 1_000;

/** A length to read: metres, or kilometres with one decimal. Without `Intl`, which takes longer than the search. */
const lengthIn =
  (decimalMark: string) =>
  (metres: number): string =>
    Math.round(metres) < kilometreMetres
      ? `${Math.round(metres)} m`
      : `${String(Math.round(metres / 100) / 10).replace('.', decimalMark)} km`;
const lengthNl = lengthIn(',');
const lengthEn = lengthIn('.');

const nl: ReasonWords = {
  barcode: 'deze barcode',
  field: {
    name: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} in de naam`,
    brand: (words, areSeveral) => `${words} ${areSeveral ? 'staan in' : 'is'} het merk`,
    category: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} in de categorie`,
    colour: (words, areSeveral) => `${words} ${areSeveral ? 'zijn kleuren' : 'is de kleur'}`,
    size: (words, areSeveral) => `${words} ${areSeveral ? 'staan in' : 'is'} de maat`,
    kind: (words, areSeveral) => `${words} ${areSeveral ? 'passen' : 'past'} bij wat voor zaak het is`,
    carrier: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} bij de bezorgers van pakketten`,
    organizer: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} bij wie het organiseert`,
    town: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} in het adres`,
    description: (words, areSeveral) => `${words} ${areSeveral ? 'staan' : 'staat'} in de omschrijving`,
  },
  spread: (word) => `“${word}” staat er in losse woorden`,
  corrected: (word, as) => `“${word}” gelezen als “${as}”`,
  synonym: (words, as) => `${words} gevonden als “${as}”`,
  compound: (word) => `“${word}” gevonden in een samengesteld woord`,
  assortment: (carried) => `biedt ${carried}; of precies dit er is, weten we niet`,
  distance: (metres, minutes) => `op ${lengthNl(metres)}, ${minutes} min. lopen`,
  farther: (radius) => `verder weg dan ${lengthNl(radius)}`,
  availability: {
    InStock: 'op voorraad',
    LimitedAvailability: 'beperkt op voorraad',
    OutOfStock: 'uitverkocht',
    PreOrder: 'vooraf te bestellen',
    BackOrder: 'na te bestellen',
    MadeToOrder: 'wordt op bestelling gemaakt',
    Discontinued: 'niet meer leverbaar',
    Unknown: 'voorraad onbekend',
  },
  seen: (days) => (days === 0 ? 'vandaag gezien' : days === 1 ? 'gisteren gezien' : `${days} dagen geleden gezien`),
  type: {
    product: 'is een product',
    place: 'is een plek',
    service: 'is een dienst',
    event: 'is een evenement',
    'parcel-point': 'is een pakketpunt',
  },
  open: { open: 'open op dat moment', unknown: 'openingstijden onbekend', closed: 'gesloten op dat moment' },
};

const en: ReasonWords = {
  barcode: 'this barcode',
  field: {
    name: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} in the name`,
    brand: (words, areSeveral) => `${words} ${areSeveral ? 'stand in' : 'is'} the brand`,
    category: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} in the category`,
    colour: (words, areSeveral) => `${words} ${areSeveral ? 'are colours' : 'is the colour'}`,
    size: (words, areSeveral) => `${words} ${areSeveral ? 'stand in' : 'is'} the size`,
    kind: (words, areSeveral) => `${words} ${areSeveral ? 'fit' : 'fits'} the kind of place`,
    carrier: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} among the carriers of parcels`,
    organizer: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} with who organises it`,
    town: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} in the address`,
    description: (words, areSeveral) => `${words} ${areSeveral ? 'stand' : 'stands'} in the description`,
  },
  spread: (word) => `“${word}” stands there as separate words`,
  corrected: (word, as) => `“${word}” read as “${as}”`,
  synonym: (words, as) => `${words} found as “${as}”`,
  compound: (word) => `“${word}” found in a compound`,
  assortment: (carried) => `offers ${carried}; whether it has just this is not known`,
  distance: (metres, minutes) => `${lengthEn(metres)} away, a walk of ${minutes} min`,
  farther: (radius) => `farther than ${lengthEn(radius)}`,
  availability: {
    InStock: 'in stock',
    LimitedAvailability: 'limited stock',
    OutOfStock: 'out of stock',
    PreOrder: 'to pre-order',
    BackOrder: 'on back order',
    MadeToOrder: 'made to order',
    Discontinued: 'discontinued',
    Unknown: 'stock unknown',
  },
  seen: (days) => (days === 0 ? 'seen today' : days === 1 ? 'seen yesterday' : `seen ${days} days ago`),
  type: {
    product: 'is a product',
    place: 'is a place',
    service: 'is a service',
    event: 'is an event',
    'parcel-point': 'is a parcel point',
  },
  open: { open: 'open at that time', unknown: 'opening hours unknown', closed: 'closed at that time' },
};

/** Words in the language of a node; English for those that have none here. */
export const reasonWords = (language: string): ReasonWords => (language === 'nl' ? nl : en);
