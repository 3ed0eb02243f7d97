import type { Offer, Product } from '@openstraat/spec';
import type { JudgedQuery, ProductSelector, Selector } from './judged-query.ts';

/** What the judgement looks at: things by their ids, and offers by the product that they are of. */
export interface JudgedTown {
  readonly products: ReadonlyMap<string, Product>;
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  /** Ids of everything else that can be found. */
  readonly others: ReadonlySet<string>;
}

/** The ids that answer a query: all that is in neither set is wrong. */
export interface Judgement {
  readonly must: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
}

const paths = {
  place: '/places/',
  service: '/services/',
  event: '/events/',
  'parcel-point': '/parcel-points/',
} as const;

const isIn = ({ availability }: Offer): boolean => availability === 'InStock' || availability === 'LimitedAvailability';
const keyOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
const textsOf = (text: string | Readonly<Record<string, string>> | undefined): string =>
  text === undefined ? '' : typeof text === 'string' ? text : Object.values(text).join('\n');

const fits = (selector: ProductSelector, product: Product, offers: readonly Offer[]): boolean => {
  const { name, notName, brand, category, gtins, soldAt } = selector;
  const itsName = textsOf(product.name);
  return (
    (name === undefined || name.test(itsName)) &&
    (notName === undefined || !notName.test(itsName)) &&
    (brand === undefined || textsOf(product.brand?.name) === brand) &&
    (category === undefined || category.test(product.category ?? '')) &&
    (gtins === undefined || gtins.includes(product.gtin ?? '')) &&
    (soldAt === undefined || offers.some(({ availableAtOrFrom }) => soldAt.includes(keyOf(availableAtOrFrom))))
  );
};

/** What is looked at of an offer, in the log or in an answer. */
export interface OfferFacts {
  /** Last part of the id of its place. */
  readonly place: string;
  readonly price: number | undefined;
  readonly fulfilment: readonly string[];
}

/** Whether an offer is one of those that the query asks for. */
export const offerFits = (asked: JudgedQuery['offers'], { place, price, fulfilment }: OfferFacts): boolean =>
  (asked?.at === undefined || asked.at.includes(place)) &&
  (asked?.notAt === undefined || !asked.notAt.includes(place)) &&
  (asked?.priceMax === undefined || (price !== undefined && price <= asked.priceMax)) &&
  (asked?.fulfilment === undefined || fulfilment.includes(asked.fulfilment));

const factsOf = ({ availableAtOrFrom, price, salePrice, fulfilment }: Offer): OfferFacts => ({
  place: keyOf(availableAtOrFrom),
  price: price === undefined ? undefined : Math.min(Number(price), Number(salePrice ?? price)),
  fulfilment: fulfilment ?? [],
});

/** Which things of the town answer a query. @throws {Error} when a judgement names what is not there: it would judge nothing */
export const judge = (query: JudgedQuery, town: JudgedTown): Judgement => {
  const asked = query.offers;
  const select = (selectors: readonly Selector[]): { inStock: Set<string>; out: Set<string> } => {
    const inStock = new Set<string>();
    const out = new Set<string>();
    for (const selector of selectors) {
      const before = inStock.size + out.size;
      if (selector.type !== 'product') {
        for (const key of selector.keys) {
          const id = paths[selector.type] + key;
          if (!town.others.has(id)) throw new Error(`${query.q ?? ''}: there is no ${id}`);
          inStock.add(id);
        }
        continue;
      }
      for (const [id, product] of town.products) {
        const offers = town.offers.get(id) ?? [];
        if (!fits(selector, product, offers)) continue;
        const wanted = offers.filter((offer) => offerFits(asked, factsOf(offer)));
        if (selector.evenIfOut === true || wanted.some(isIn)) inStock.add(id);
        else if (asked?.inStock !== true && wanted.length > 0) out.add(id);
      }
      if (inStock.size + out.size === before)
        throw new Error(`${query.q ?? ''}: nothing in town is ${String(selector.name ?? JSON.stringify(selector))}`);
    }
    return { inStock, out };
  };
  const must = select(query.must);
  const may = select(query.may ?? []);
  const never = select(query.never ?? []);
  const first = select(query.first ?? []);
  return {
    must: must.inStock,
    may: new Set([...must.out, ...may.inStock, ...may.out].filter((id) => !must.inStock.has(id))),
    never: new Set([...never.inStock, ...never.out]),
    first: first.inStock,
  };
};
