import { isObject, type JsonObject } from '../../../json/json-value.ts';
import type { TinyState } from '../state.ts';
import { tinyOrigin } from '../town.ts';
import { distanceMetres, type Point } from './distance.ts';
import { fold, textsOf, wordsOf } from './fold.ts';
import { openState } from './opening.ts';
import { tieOf, tinyWeights, type TinyTerm } from './ranking.ts';
import type { TinyQuestion } from './read-question.ts';

/** Something found, before it gets its place in the order. */
export interface TinyResult {
  readonly tier: 0 | 1 | 2;
  readonly score: number;
  readonly tie: number;
  readonly json: JsonObject;
}

const fartherRadii = 3;
const radiusUsual = 10_000;
const availabilityValues: Readonly<Record<string, number>> = { InStock: 1, LimitedAvailability: 0.9, Unknown: 0.5 };
const given = (members: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
const textValue = (value: unknown): string => (typeof value === 'string' ? value : '');

const pointOf = (data: JsonObject): Point | undefined => {
  const geo = data['geo'];
  return isObject(geo) ? { latitude: Number(geo['latitude']), longitude: Number(geo['longitude']) } : undefined;
};

const placeInfo = (data: JsonObject): JsonObject => {
  const [address, geo] = [data['address'] as JsonObject, data['geo'] as JsonObject];
  const { type: _address, ...addressed } = address;
  const { type: _geo, ...located } = geo;
  return { id: data['id'], name: data['name'], kind: data['placeKind'], ...addressed, ...located };
};

/** Finds everything that a question asks for: by looking at each thing. */
export const findResults = (
  state: TinyState,
  { parameters, gtin, where }: TinyQuestion,
  moment: { readonly atMs: number; readonly openMs: number; readonly seed: string },
): readonly TinyResult[] => {
  const things = new Map(state.entries.flatMap(({ id, data }) => (data === undefined ? [] : [[id, data] as const])));
  const of = (kind: string) =>
    state.entries.flatMap((entry) => (entry.kind === kind && entry.data ? [entry.data] : []));
  const radius = parameters.radius ?? radiusUsual;
  const words = gtin === undefined && parameters.q !== undefined ? wordsOf(parameters.q) : [];
  const origin = { name: 'Winkels in Waterveen', url: tinyOrigin };

  const textScore = (names: readonly unknown[]): number => {
    if (words.length === 0) return 1;
    const found = new Set(names.flatMap(textsOf).flatMap(wordsOf));
    return words.every((word) => found.has(word)) ? 1 : 0;
  };
  const nearness = (data: JsonObject) => {
    const point = pointOf(data);
    const metres = where === undefined || point === undefined ? undefined : distanceMetres(where, point);
    return {
      metres,
      farther: metres !== undefined && metres > radius,
      members: given({
        distanceMetres: metres === undefined ? undefined : Math.round(metres * 10) / 10,
        walkingMinutes: metres === undefined ? undefined : Math.ceil((metres * 1.3) / 80),
        farther: metres !== undefined && metres > radius,
      }),
    };
  };
  const scored = (id: unknown, values: Readonly<Partial<Record<TinyTerm, number>>>) => {
    const terms = Object.entries(tinyWeights).map(([term, weight]) => {
      const value = values[term as TinyTerm] ?? 0.5;
      return { term, value, weight, share: value * weight };
    });
    const score = Math.round(terms.reduce((sum, { share }) => sum + share, 0) * 1_000) / 1_000;
    const tie = { seed: moment.seed, value: tieOf(moment.seed, String(id)) };
    return { score, tie: tie.value, explain: { score, terms, tie } };
  };
  const result = (
    type: string,
    data: JsonObject,
    more: {
      readonly place: JsonObject | undefined;
      readonly text: number;
      readonly tier?: 1;
      readonly availability?: string;
      readonly open?: string;
      readonly members: JsonObject;
    },
  ): TinyResult => {
    const near = nearness(more.place ?? data);
    const { score, tie, explain } = scored(data['id'], {
      text: more.text,
      ...(near.metres === undefined ? {} : { distance: 2_000 / (2_000 + near.metres) }),
      ...(more.availability === undefined ? {} : { availability: availabilityValues[more.availability] ?? 0.4 }),
      ...(more.open === undefined ? {} : { open: { open: 1, closed: 0 }[more.open] ?? 0.5 }),
    });
    return {
      tier: near.farther ? 2 : (more.tier ?? 0),
      score,
      tie,
      json: {
        type,
        id: data['id'],
        origin,
        why: [{ code: gtin === undefined ? 'name' : 'barcode', text: 'It is what was asked for.' }],
        explain,
        ...near.members,
        ...more.members,
      },
    };
  };

  const isOpenEnough = (data: JsonObject): boolean =>
    parameters.open === undefined || openState(data, moment.openMs) !== 'closed';
  const isRightKind = (place: JsonObject | undefined): boolean =>
    parameters.kind === undefined || place?.['placeKind'] === parameters.kind;
  const isNearEnough = (data: JsonObject): boolean => (nearness(data).metres ?? 0) <= radius * fartherRadii;

  const allowed = {
    'in-stock': ['InStock', 'LimitedAvailability'],
    orderable: ['InStock', 'LimitedAvailability', 'PreOrder', 'BackOrder', 'MadeToOrder'],
    any: undefined,
  }[parameters.availability ?? 'any'];
  const salePriceOf = (offer: JsonObject): string | undefined => {
    const { salePrice, saleFrom, saleThrough } = offer;
    const counts =
      (typeof saleFrom !== 'string' || Date.parse(saleFrom) <= moment.atMs) &&
      (typeof saleThrough !== 'string' || moment.atMs <= Date.parse(saleThrough));
    return typeof salePrice === 'string' && counts ? salePrice : undefined;
  };
  const fits = (offer: JsonObject, place: JsonObject): boolean => {
    const availability = textValue(offer['availability']);
    const gone = ['OutOfStock', 'Discontinued'].includes(availability);
    if (parameters.availability === undefined ? gone : allowed !== undefined && !allowed.includes(availability))
      return false;
    const price = salePriceOf(offer) ?? offer['price'];
    if (parameters.priceMax !== undefined) {
      if (typeof price !== 'string' || offer['priceCurrency'] !== (parameters.currency ?? 'EUR')) return false;
      if (Number(price) > parameters.priceMax) return false;
    }
    const way = { buy: 'Buy', reserve: 'Reserve', 'order-in': 'OrderIn' }[parameters.fulfilment ?? 'buy'];
    const ways = offer['fulfilment'];
    if (parameters.fulfilment !== undefined && !(Array.isArray(ways) && ways.includes(way))) return false;
    return isOpenEnough(place) && isRightKind(place) && isNearEnough(place);
  };
  const seenAt = (offer: JsonObject): string => {
    const [observed, delivered] = [offer['observedAt'], things.get(String(offer['source']))?.['lastCompleteDelivery']];
    return typeof delivered === 'string' && Date.parse(delivered) > Date.parse(String(observed))
      ? delivered
      : String(observed);
  };
  const writeOffer = (offer: JsonObject, place: JsonObject): TinyResult =>
    result('offer', offer, {
      place,
      text: 1,
      availability: textValue(offer['availability']),
      open: openState(place, moment.openMs),
      members: given({
        place: placeInfo(place),
        product: offer['itemOffered'],
        ...Object.fromEntries(
          ['availability', 'stock', 'price', 'priceCurrency', 'fulfilment', 'url'].map((name) => [name, offer[name]]),
        ),
        salePrice: salePriceOf(offer),
        seenAt: seenAt(offer),
        open: { state: openState(place, moment.openMs) },
      }),
    });

  const products = (): readonly TinyResult[] =>
    of('Product').flatMap((product) => {
      const brand = isObject(product['brand']) ? product['brand']['name'] : undefined;
      const text = textScore([product['name'], brand, product['category']]);
      if (text === 0 || (gtin !== undefined && product['gtin'] !== gtin)) return [];
      if (parameters.brand !== undefined && !textsOf(brand).some((one) => fold(one) === fold(parameters.brand ?? '')))
        return [];
      if (parameters.category !== undefined && !textValue(product['category']).startsWith(parameters.category))
        return [];
      const found = of('Offer').flatMap((offer) => {
        const place = things.get(String(offer['availableAtOrFrom']));
        const isIts = offer['itemOffered'] === product['id'] && place !== undefined && fits(offer, place);
        return isIts ? [{ offer, place, written: writeOffer(offer, place) }] : [];
      });
      const [best, ...others] = found.toSorted(
        (left, right) =>
          left.written.tier - right.written.tier ||
          right.written.score - left.written.score ||
          left.written.tie - right.written.tie,
      );
      if (best === undefined) return [];
      return [
        result('product', product, {
          place: best.place,
          text,
          availability: textValue(best.offer['availability']),
          open: openState(best.place, moment.openMs),
          members: given({
            gtin: product['gtin'],
            name: product['name'],
            brand,
            offers: [best, ...others].map(({ written }) => {
              const { type: _type, ...offer } = written.json;
              return offer;
            }),
            moreOffers: 0,
          }),
        }),
      ];
    });

  const filtersProducts = (['brand', 'category', 'priceMax', 'fulfilment', 'availability'] as const).some(
    (name) => parameters[name] !== undefined && !(name === 'availability' && parameters.availability === 'any'),
  );
  const isFound = (data: JsonObject, place: JsonObject | undefined): boolean =>
    gtin === undefined &&
    !filtersProducts &&
    isOpenEnough(place ?? data) &&
    isRightKind(place) &&
    isNearEnough(place ?? data);

  const placesResults = (): readonly TinyResult[] =>
    of('Place').flatMap((place) => {
      const text = textScore([place['name'], place['placeKind']]);
      const fitting =
        words.length === 0
          ? []
          : textsOf([place['brandCarried'], place['categoryCarried']]).filter((one) =>
              words.every((word) => wordsOf(one).includes(word)),
            );
      if ((text === 0 && fitting.length === 0) || !isFound(place, place)) return [];
      const open = openState(place, moment.openMs);
      return [
        result('place', place, {
          place,
          text,
          open,
          ...(text === 0 ? { tier: 1 as const } : {}),
          members: given({
            place: placeInfo(place),
            open: { state: open },
            carries: text === 0 ? fitting : undefined,
          }),
        }),
      ];
    });

  const atPlaces = (kind: 'Service' | 'Event', link: string): readonly TinyResult[] =>
    of(kind).flatMap((data) => {
      const place = things.get(String(data[link]));
      const text = textScore([data['name']]);
      if (text === 0 || place === undefined || !isFound(data, place)) return [];
      const end = data['endDate'];
      if (typeof end === 'string' && Date.parse(end) < moment.atMs) return [];
      const open = openState(place, moment.openMs);
      return [
        result(kind.toLowerCase(), data, {
          place,
          text,
          ...(kind === 'Event' ? {} : { open }),
          members: given({
            name: data['name'],
            place: placeInfo(place),
            open: kind === 'Event' ? undefined : { state: open },
            ...Object.fromEntries(['price', 'priceCurrency', 'startDate', 'endDate'].map((name) => [name, data[name]])),
          }),
        }),
      ];
    });

  const parcelPoints = (): readonly TinyResult[] =>
    of('ParcelPoint').flatMap((point) => {
      const place = things.get(String(point['containedInPlace']));
      const text = textScore([point['carrier'], place?.['name']]);
      const spot = place === undefined ? undefined : pointOf(place);
      if (text === 0 || place === undefined || spot === undefined || !isFound(point, place)) return [];
      const open = openState(point, moment.openMs);
      return [
        result('parcel-point', point, {
          place,
          text,
          open,
          members: {
            place: placeInfo(place),
            ...spot,
            carrier: point['carrier'],
            parcelService: point['parcelService'],
            open: { state: open },
          },
        }),
      ];
    });

  const all = [
    ...products(),
    ...placesResults(),
    ...atPlaces('Service', 'provider'),
    ...atPlaces('Event', 'location'),
    ...parcelPoints(),
  ];
  return all
    .filter(({ json }) => parameters.type === undefined || json['type'] === parameters.type)
    .toSorted((left, right) => left.tier - right.tier || right.score - left.score || left.tie - right.tie);
};
