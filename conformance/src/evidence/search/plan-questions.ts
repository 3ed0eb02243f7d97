import { isObject, type JsonObject } from '../../json/json-value.ts';
import type { SampledThing } from '../live/sample-things.ts';
import type { SearchQuestion } from './ask-search.ts';
import { geodesicMetres } from './geodesic.ts';
import type { Subject } from './subjects.ts';
import { brandsOf, folded, pointOf, type StatedPoint, textOf, textsOf } from './thing-values.ts';

const widest = '100000';
const most = '50';

const at = ({ latitude, longitude }: StatedPoint): SearchQuestion => ({
  lat: latitude.toFixed(7),
  lon: longitude.toFixed(7),
});

const waysByName: Readonly<Record<string, string>> = { Buy: 'buy', Reserve: 'reserve', OrderIn: 'order-in' };

/** Radii on both sides of the distance to another place. */
const radiusQuestions = (from: StatedPoint, places: readonly JsonObject[]): readonly SearchQuestion[] => {
  const distances = places.flatMap((place) => {
    const point = pointOf(place);
    const metres = point === undefined ? Number.NaN : geodesicMetres(from, point);
    return metres > 60 && metres < 90_000 ? [metres] : [];
  });
  const [nearest] = distances.toSorted((left, right) => left - right);
  if (nearest === undefined) return [];
  return [Math.ceil(nearest), Math.floor(nearest) - (nearest % 1 === 0 ? 1 : 0)].map((radius) => ({
    ...at(from),
    type: 'place',
    radius: String(radius),
    limit: most,
    explain: '1',
  }));
};

/** An offer of the sample, with the name that finds its product and the point that it is at. */
interface NamedOffer {
  readonly offer: JsonObject;
  readonly name: string;
  readonly near: SearchQuestion;
}

const nameOffers = (things: readonly SampledThing[]): readonly NamedOffer[] => {
  const byId = new Map(things.map(({ id, data }) => [id, data]));
  return things.flatMap(({ kind, data: offer }) => {
    const product = kind === 'Offer' ? byId.get(textOf(offer, 'itemOffered')) : undefined;
    const place = byId.get(textOf(offer, 'availableAtOrFrom'));
    const point = place === undefined ? undefined : pointOf(place);
    const name = product === undefined ? undefined : textsOf(product['name']).find((text) => text.length <= 100);
    return name === undefined || point === undefined ? [] : [{ offer, name, near: at(point) }];
  });
};

/** The first offer of each kind that `keyOf` tells apart. */
const firstOfEach = (
  offers: readonly NamedOffer[],
  keyOf: (offer: JsonObject) => string | undefined,
): readonly (readonly [key: string, offer: NamedOffer])[] => {
  const found = new Map<string, NamedOffer>();
  for (const one of offers) {
    const key = keyOf(one.offer);
    if (key !== undefined && !found.has(key)) found.set(key, one);
  }
  return [...found];
};

const hasWay = ({ offer }: NamedOffer, way: string): boolean =>
  Array.isArray(offer['fulfilment']) && offer['fulfilment'].includes(way);

/** Questions that narrow down, each made so that it finds something, and would find more if it did not. */
const filterQuestions = (things: readonly SampledThing[], near: SearchQuestion): readonly SearchQuestion[] => {
  const of = (kind: string): readonly JsonObject[] => things.filter((one) => one.kind === kind).map(({ data }) => data);
  const offers = nameOffers(things);
  const products = of('Product');
  const wide = { radius: widest, limit: most };
  const ask = ({ name, near: there }: NamedOffer, filter: SearchQuestion): SearchQuestion => ({
    q: name,
    ...there,
    ...wide,
    ...filter,
  });
  const available = firstOfEach(offers, (offer) => textOf(offer, 'availability'));
  const ways = Object.keys(waysByName).flatMap((way) => {
    const having = offers.filter((one) => one.offer['availability'] === 'InStock' && hasWay(one, way));
    // Best a product that others offer in other ways.
    const mixed = having.find(({ name }) => offers.some((one) => one.name === name && !hasWay(one, way)));
    const chosen = mixed ?? having[0];
    return chosen === undefined ? [] : [[way, chosen] as const];
  });
  const prices = firstOfEach(offers, (offer) =>
    offer['availability'] === 'InStock' && offer['price'] !== undefined ? textOf(offer, 'priceCurrency') : undefined,
  );
  const sales = offers.filter(({ offer }) => offer['salePrice'] !== undefined && offer['availability'] === 'InStock');
  const brand = products.flatMap(brandsOf).at(0);
  const category = products.map((product) => textOf(product, 'category')).find((one) => one.includes(' > '));
  const [kind] = of('Place').map((place) => textOf(place, 'placeKind'));
  return [
    ...available
      .slice(0, 5)
      .flatMap(([, one]) => [
        ask(one, {}),
        ...['in-stock', 'orderable'].map((availability) => ask(one, { availability })),
      ]),
    ...available.slice(0, 1).map(([, one]) => ask(one, { availability: 'any' })),
    ...ways.flatMap(([way, one]) => {
      const fulfilment = waysByName[way];
      return fulfilment === undefined ? [] : [ask(one, { fulfilment })];
    }),
    // At the price it is found; at half of it nobody may offer it.
    ...prices
      .slice(0, 2)
      .flatMap(([currency, one]) =>
        [textOf(one.offer, 'price'), (Number(one.offer['price']) / 2).toFixed(2)].map((priceMax) =>
          ask(one, { priceMax, ...(currency === 'EUR' ? {} : { currency }) }),
        ),
      ),
    ...sales.slice(0, 3).map((one) => ask(one, {})),
    ...(brand === undefined ? [] : [{ ...near, ...wide, brand }]),
    ...(category === undefined
      ? []
      : [{ ...near, ...wide, type: 'product', category: category.slice(0, category.lastIndexOf(' > ')) }]),
    ...(kind === undefined || kind === '' ? [] : [{ ...near, ...wide, kind }]),
  ];
};

/** A brand or category that places carry, and no product of the sample has. */
const carriedQuestions = (things: readonly SampledThing[]): readonly SearchQuestion[] => {
  const listed = folded(
    things
      .filter(({ kind }) => kind === 'Product')
      .flatMap(({ data }) => [...textsOf(data['name']), ...brandsOf(data), textOf(data, 'category')])
      .join(' '),
  );
  const found = things.flatMap(({ kind, data }) => {
    const point = kind === 'Place' ? pointOf(data) : undefined;
    if (point === undefined) return [];
    return textsOf([data['brandCarried'], data['categoryCarried']])
      .filter(
        (text) =>
          !folded(text)
            .split(/\s+/)
            .some((word) => listed.includes(word)),
      )
      .map((q) => ({ q, ...at(point), limit: most, explain: '1' }));
  });
  return found.slice(0, 2);
};

/** Questions that should all be answered; most show their scores. */
export const planQuestions = (
  subjects: readonly Subject[],
  things: readonly SampledThing[],
  nowMs: number,
): readonly SearchQuestion[] => {
  const [first] = subjects;
  if (first === undefined) return [];
  const places = things.filter(({ kind }) => kind === 'Place').map(({ data }) => data);
  const near = at(first.point);
  const wide = { ...near, radius: widest, limit: most };
  const address = isObject(first.place['address']) ? first.place['address'] : {};
  // A Sunday before dawn, and a Wednesday afternoon, by any clock in Europe.
  const days = [
    [0, 2],
    [3, 13],
  ].map(([day = 0, hour = 0]) => {
    const date = new Date(nowMs);
    date.setUTCDate(date.getUTCDate() + 7 + ((day - date.getUTCDay() + 7) % 7));
    date.setUTCHours(hour, 0, 0, 0);
    return date.toISOString().replace('.000Z', 'Z');
  });
  return [
    ...subjects.flatMap(({ name, point, gtin }): readonly SearchQuestion[] => [
      { q: name, ...at(point), explain: '1', limit: most },
      ...(gtin === undefined ? [] : [{ gtin, ...at(point), explain: '1' }]),
    ]),
    { q: first.name },
    { q: first.name, ...near, radius: '1000' },
    ...(first.gtin === undefined ? [] : [{ q: first.gtin }, { q: first.gtin, ...near }]),
    { near: textOf(address, 'addressLocality'), q: first.name, explain: '1' },
    ...['place', 'service', 'event', 'parcel-point'].map((type) => ({ ...wide, type, explain: '1' })),
    { q: first.name, ...near, type: 'product' },
    ...['now', ...days].map((open) => ({ ...wide, type: 'place', open })),
    { q: first.name, ...wide, open: 'now' },
    ...radiusQuestions(first.point, places),
    ...filterQuestions(things, near),
    ...carriedQuestions(things),
  ];
};
