import type { Place, SearchOffer, SearchResult } from '@openstraat/spec';
import { parcelTerms } from '../../language/parcel-terms.ts';
import { placeKindTerms } from '../../language/place-kind-terms.ts';
import type { SeenThing } from '../../project/library.ts';
import { documentOf } from '../document-reader.ts';
import { pointTypeOf } from '../../model/parcel-point-type.ts';
import type { Hit, OfferHit, ResultHit } from '../hits.ts';
import { searchRoomLimits } from '../limits.ts';
import { isOnSale, isStillFit } from '../offer-fit.ts';
import { absoluteId } from '../selection.ts';
import {
  type AnswerContext,
  explanationOf,
  nearnessOf,
  opennessOf,
  originOf,
  placeInfoOf,
  seenAtOf,
} from './answer-context.ts';
import { factReasons, wordReasons } from './reasons.ts';
import type { SearchedFields } from './searched-fields.ts';

type Result<T extends SearchResult['type']> = Extract<SearchResult, { type: T }>;

/** Members whose values are undefined are left out. */
const present = <T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } => {
  const kept: Partial<T> = {};
  for (const name of Object.keys(members) as (keyof T)[]) if (members[name] !== undefined) kept[name] = members[name];
  return kept as never;
};

/** What every result and offer says. */
const common = (context: AnswerContext, hit: Hit) => ({
  id: absoluteId(hit.id, context.origin),
  origin: originOf(context, hit),
  ...explanationOf(context, hit),
  ...nearnessOf(hit),
});

/** Why a result is there: at least what it is, where filters alone have found it and it is nowhere. */
const why = (
  context: AnswerContext,
  hit: Hit,
  type: SearchResult['type'],
  fields: SearchedFields,
  seenAt?: string,
): SearchResult['why'] => {
  const reasons = [...wordReasons(context, context.words, fields), ...factReasons(context, hit, seenAt)];
  return reasons.length > 0 ? reasons : [{ code: 'kind', text: context.say.type[type] }];
};

const barcodeWhy = (context: AnswerContext, hit: Hit, seenAt?: string): SearchResult['why'] => [
  { code: 'barcode', text: context.say.barcode },
  ...factReasons(context, hit, seenAt),
];

const offerResult = (context: AnswerContext, hit: OfferHit): SearchOffer | undefined => {
  const document = hit.told === undefined ? documentOf(context.documents, 'Offer', hit.id) : undefined;
  const place = placeInfoOf(context, hit.location.id);
  const offer = hit.told ?? document;
  if (offer === undefined || place === undefined) return undefined;
  if (document !== undefined && !isStillFit(document, context.question)) return undefined;
  const { price, priceCurrency, stock, fulfilment } = offer;
  const { readyWithin, itemCondition, url, salePrice } = document ?? {};
  const seenAt = seenAtOf(context, offer.observedAt, hit.source?.id);
  return {
    ...common(context, hit),
    why: [...factReasons(context, { ...hit, facts: { ...hit.facts, availability: offer.availability } }, seenAt)],
    place,
    product: absoluteId(hit.product, context.origin),
    availability: offer.availability,
    seenAt,
    open: opennessOf(hit.location),
    ...present({
      price,
      priceCurrency,
      stock,
      fulfilment,
      readyWithin,
      itemCondition,
      url,
      salePrice: document !== undefined && isOnSale(document, context.question.atMs) ? salePrice : undefined,
    }),
  };
};

const productResult = (context: AnswerContext, hit: ResultHit): Result<'product'> | undefined => {
  const product = documentOf(context.documents, 'Product', hit.id);
  const left = hit.offers.flatMap((offer) => {
    const shown = offerResult(context, offer);
    return shown === undefined ? [] : [{ hit: offer, shown }];
  });
  // Offers may have gone or changed since they were ranked; without any, the product is no answer to where it can be had.
  if (product === undefined || (left.length === 0 && hit.offers.length > 0)) return undefined;
  const { gtin, name, brand, image } = product;
  const words: SearchedFields = [
    ['name', name],
    ['brand', brand?.name],
    ['category', product.category],
    ['colour', product.color],
    ['size', product.size],
    ['description', product.description],
  ];
  const [best] = left;
  const told =
    best === undefined
      ? hit
      : {
          ...hit,
          location: best.hit.location,
          facts: { ...best.hit.facts, availability: best.shown.availability },
        };
  return {
    type: 'product',
    ...common(context, told),
    // The score is that by which it was put here.
    ...explanationOf(context, hit),
    why: context.isBarcode
      ? barcodeWhy(context, told, best?.shown.seenAt)
      : why(context, told, 'product', words, best?.shown.seenAt),
    offers: left.map(({ shown }) => shown),
    moreOffers: hit.moreOffers,
    ...present({ gtin, name, brand: brand?.name, image: image?.[0] }),
  };
};

/** What a place says that it carries and that fits: what has a whole word, else what has its parts together (`fietsen` and `reparatie`). */
const carriedBy = (
  { carriedWords }: AnswerContext,
  { brandCarried = [], categoryCarried = [] }: Pick<Place, 'brandCarried' | 'categoryCarried'>,
): readonly string[] => {
  const all = [...brandCarried, ...categoryCarried];
  const whole = all.filter((text) => carriedWords.find(text).length > 0);
  const fitting = whole.length > 0 ? whole : all.filter((text) => carriedWords.hasPart(text));
  return fitting.slice(0, searchRoomLimits.carriedShownMax);
};

const placeResult = (context: AnswerContext, hit: ResultHit): Result<'place'> | undefined => {
  const place = placeInfoOf(context, hit.id);
  const document = documentOf(context.documents, 'Place', hit.id);
  if (place === undefined || document === undefined || hit.location === undefined) return undefined;
  const carries = hit.facts.tier === 'carried' ? carriedBy(context, document) : [];
  return {
    type: 'place',
    ...common(context, hit),
    why:
      carries.length > 0
        ? [{ code: 'assortment', text: context.say.assortment(carries.join(', ')) }, ...factReasons(context, hit)]
        : context.isBarcode
          ? barcodeWhy(context, hit)
          : why(context, hit, 'place', [
              ['name', document.name],
              ['kind', placeKindTerms(document.placeKind)],
              ['carrier', document.carrier?.join(', ')],
              ['description', document.description],
              ['town', document.address.addressLocality],
            ]),
    place,
    open: opennessOf(hit.location),
    ...(carries.length === 0 ? {} : { carries: [...carries] }),
  };
};

/** The place that something is at; undefined where that is no place (any more). */
const placeAt = (context: AnswerContext, { location }: ResultHit) =>
  location === undefined ? undefined : placeInfoOf(context, location.id);

const serviceResult = (context: AnswerContext, hit: ResultHit): Result<'service'> | undefined => {
  const service = documentOf(context.documents, 'Service', hit.id);
  if (service === undefined) return undefined;
  const { name, description, price, priceCurrency, duration, bookingUrl } = service;
  return {
    type: 'service',
    ...common(context, hit),
    why: why(context, hit, 'service', [
      ['name', name],
      ['description', description],
    ]),
    name,
    ...present({
      place: placeAt(context, hit),
      open: hit.location === undefined ? undefined : opennessOf(hit.location),
      price,
      priceCurrency,
      duration,
      bookingUrl,
    }),
  };
};

const eventResult = (context: AnswerContext, hit: ResultHit): Result<'event'> | undefined => {
  const event = documentOf(context.documents, 'Event', hit.id);
  if (event === undefined) return undefined;
  const { name, description, organizer, startDate, endDate, url } = event;
  return {
    type: 'event',
    ...common(context, hit),
    why: why(context, hit, 'event', [
      ['name', name],
      ['organizer', organizer?.name],
      ['description', description],
    ]),
    name,
    startDate,
    ...present({ place: placeAt(context, hit), endDate, url }),
  };
};

const parcelPointResult = (context: AnswerContext, hit: ResultHit): Result<'parcel-point'> | undefined => {
  const point = documentOf(context.documents, 'ParcelPoint', hit.id);
  if (point === undefined || hit.location === undefined) return undefined;
  return {
    type: 'parcel-point',
    ...common(context, hit),
    why: why(context, hit, 'parcel-point', [
      ['name', point.name],
      ['brand', point.carrier.join(', ')],
      ['kind', parcelTerms(pointTypeOf(point), point.parcelService)],
      ['town', point.address?.addressLocality],
    ]),
    ...hit.location.point,
    carrier: point.carrier,
    parcelService: point.parcelService,
    open: opennessOf(hit.location),
    ...present({ name: point.name, place: placeAt(context, hit) }),
  };
};

/** Writes one result from its hit and the documents; undefined when what it was made of is gone by now. */
export const writeResult = (context: AnswerContext, hit: ResultHit): SearchResult | undefined => {
  switch (hit.kind) {
    case 'Product':
      return productResult(context, hit);
    case 'Service':
      return serviceResult(context, hit);
    case 'Event':
      return eventResult(context, hit);
    case 'ParcelPoint':
      return parcelPointResult(context, hit);
    default:
      return placeResult(context, hit);
  }
};

/** The documents that a hit is written from. */
export const documentsOf = (hit: ResultHit): readonly SeenThing[] => [
  hit,
  ...(hit.location === undefined ? [] : [hit.location]),
  ...hit.offers.flatMap((offer) => [
    ...(offer.told === undefined ? [offer] : []),
    offer.location,
    ...(offer.source === undefined ? [] : [offer.source]),
  ]),
];
