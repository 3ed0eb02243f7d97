import { defineKind } from './define-kind.ts';
import { dateTime, decimal, duration, iri, several, stockLevel, term } from './property.ts';
import { currency, gtin, price, sku, source, url } from './shared.ts';

/** Availability, as schema.org has it; unknown stock is not zero. */
export const availabilityTerms = {
  InStock: 'schema:InStock',
  LimitedAvailability: 'schema:LimitedAvailability',
  OutOfStock: 'schema:OutOfStock',
  PreOrder: 'schema:PreOrder',
  BackOrder: 'schema:BackOrder',
  MadeToOrder: 'schema:MadeToOrder',
  Discontinued: 'schema:Discontinued',
  Unknown: 'os:UnknownAvailability',
} as const;
export type Availability = keyof typeof availabilityTerms;

/** A product location: one product at one place. */
export const offerModel = defineKind({
  name: 'Offer',
  path: 'offers',
  classIri: 'schema:Offer',
  comment: 'A product location: one product at one place.',
  constraints: [
    { anyOf: [['gtin'], ['sku']], comment: "The product's GTIN or code stands on the offer too." },
    { when: 'price', needs: 'priceCurrency', comment: 'A price has a currency.' },
    { when: 'salePrice', needs: 'price', comment: 'A reduced price stands beside the full one.' },
  ],
  shape: {
    itemOffered: iri('schema:itemOffered', 'The product.'),
    gtin: gtin().optional(),
    sku: sku().optional(),
    availableAtOrFrom: iri('schema:availableAtOrFrom', 'The place.'),
    availability: term('schema:availability', 'Whether it is there; Unknown is not out of stock.', availabilityTerms),
    source: source(),
    observedAt: dateTime('os:observedAt', 'When these values were seen, by the source.'),
    price: price().optional(),
    priceCurrency: currency().optional(),
    salePrice: decimal('os:salePrice', 'Reduced price, as a decimal string, in the same currency.').optional(),
    saleFrom: dateTime('os:saleFrom', 'When the reduced price starts.').optional(),
    saleThrough: dateTime('os:saleThrough', 'When the reduced price ends.').optional(),
    stock: stockLevel('os:stock', 'How many are there, or "unlimited".').optional(),
    fulfilment: several(
      term('os:fulfilment', 'How to get it.', { Buy: 'os:Buy', Reserve: 'os:Reserve', OrderIn: 'os:OrderIn' }),
      3,
    ).optional(),
    readyWithin: duration('os:readyWithin', 'How soon it can be had.').optional(),
    itemCondition: term('schema:itemCondition', 'Condition.', {
      NewCondition: 'schema:NewCondition',
      RefurbishedCondition: 'schema:RefurbishedCondition',
      UsedCondition: 'schema:UsedCondition',
    }).optional(),
    url: url().optional(),
  },
});
