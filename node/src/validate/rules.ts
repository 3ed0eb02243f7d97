import {
  type Event,
  type Kind,
  kindModels,
  type Offer,
  type Place,
  type Thing,
  type ThingData,
} from '@openstraat/spec';
import type { validateIssues } from './issue-codes.ts';

/** What a rule found. */
export interface Finding {
  readonly code: keyof typeof validateIssues;
  readonly field: string;
  readonly value?: unknown;
}

/** A rule that no schema can say. `nowMs` is the present time. */
type Rule<T> = (thing: T, nowMs: number) => Finding | undefined;

const dayMs = 86_400_000;
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const currencyExists: Rule<Thing> = (thing) =>
  'priceCurrency' in thing && thing.priceCurrency !== undefined && !currencies.has(thing.priceCurrency)
    ? { code: 'currency-unknown', field: 'priceCurrency', value: thing.priceCurrency }
    : undefined;

const salePriceIsLower: Rule<Offer> = ({ price, salePrice }) =>
  price !== undefined && salePrice !== undefined && Number(salePrice) >= Number(price)
    ? { code: 'sale-price-higher', field: 'salePrice', value: salePrice }
    : undefined;

const saleEndsAfterStart: Rule<Offer> = ({ saleFrom, saleThrough }) =>
  saleFrom !== undefined && saleThrough !== undefined && Date.parse(saleThrough) < Date.parse(saleFrom)
    ? { code: 'end-before-start', field: 'saleThrough', value: saleThrough }
    : undefined;

let lastObservedAt = '';
let lastObservedMs = Number.NaN;

/** Most rows of a file were seen at one time, so the last one read is remembered. */
const readObservedAt = (observedAt: string): number => {
  if (observedAt !== lastObservedAt) [lastObservedAt, lastObservedMs] = [observedAt, Date.parse(observedAt)];
  return lastObservedMs;
};

/** A day of grace: clocks and time zones of tills are not exact. */
const observedBeforeNow: Rule<Offer> = ({ observedAt }, nowMs) =>
  readObservedAt(observedAt) > nowMs + dayMs
    ? { code: 'observed-in-future', field: 'observedAt', value: observedAt }
    : undefined;

const eventEndsAfterStart: Rule<Event> = ({ startDate, endDate }) =>
  endDate !== undefined && Date.parse(endDate) < Date.parse(startDate)
    ? { code: 'end-before-start', field: 'endDate', value: endDate }
    : undefined;

const notInTheSea: Rule<Pick<Place, 'geo'>> = ({ geo }) =>
  geo.latitude === 0 && geo.longitude === 0 ? { code: 'point-zero', field: 'geo', value: '0, 0' } : undefined;

const endsKey = /[/?#]/;

/** Does this reference name a thing of this kind on the own node? */
const refersTo = <T>(field: keyof T & string, kind: Kind): Rule<T> => {
  const start = `/${kindModels[kind].path}/`;
  const names = (value: string): boolean =>
    value.startsWith(start) && value.length > start.length && !endsKey.test(value.slice(start.length));
  return (thing) => {
    const value = thing[field];
    return value === undefined || (typeof value === 'string' && names(value))
      ? undefined
      : { code: 'reference-foreign', field, value };
  };
};

type RulesByKind = { readonly [K in Kind]: readonly Rule<ThingData[K]>[] };

/** Every rule, by the kind that it is for. */
export const rules: RulesByKind = {
  Source: [],
  Area: [refersTo('source', 'Source')],
  Place: [notInTheSea, refersTo('source', 'Source')],
  ParcelPoint: [
    ({ geo }) => (geo === undefined ? undefined : notInTheSea({ geo }, 0)),
    refersTo('containedInPlace', 'Place'),
    refersTo('source', 'Source'),
  ],
  Product: [refersTo('source', 'Source')],
  Offer: [
    currencyExists,
    salePriceIsLower,
    saleEndsAfterStart,
    observedBeforeNow,
    refersTo('itemOffered', 'Product'),
    refersTo('availableAtOrFrom', 'Place'),
    refersTo('source', 'Source'),
  ],
  Service: [currencyExists, refersTo('provider', 'Place'), refersTo('source', 'Source')],
  Event: [eventEndsAfterStart, refersTo('location', 'Place'), refersTo('source', 'Source')],
};
