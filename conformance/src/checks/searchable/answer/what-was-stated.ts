import type { SearchOffer, SearchResult } from '@openstraat/spec';
import { canonicalOf } from '../../../evidence/live/documents.ts';
import { answeredThings } from '../../../evidence/search/answered-things.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { isObject, type JsonObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { offersOf, placesOf, resultsOf, type SearchPlace } from '../parts.ts';

type Pairs = readonly (readonly [member: string, said: unknown, stated: unknown])[];

const ofPlace = (place: SearchPlace, data: JsonObject): Pairs => {
  const address = isObject(data['address']) ? data['address'] : {};
  const geo = isObject(data['geo']) ? data['geo'] : {};
  return [
    ['name', place.name, data['name']],
    ['streetAddress', place.streetAddress, address['streetAddress']],
    ['postalCode', place.postalCode, address['postalCode']],
    ['addressLocality', place.addressLocality, address['addressLocality']],
    ['addressCountry', place.addressCountry, address['addressCountry']],
    ['latitude', place.latitude, geo['latitude']],
    ['longitude', place.longitude, geo['longitude']],
  ];
};

const ofOffer = (offer: SearchOffer, data: JsonObject): Pairs => [
  ['availability', offer.availability, data['availability']],
  ['stock', offer.stock, data['stock']],
  ['price', offer.price, data['price']],
  ['priceCurrency', offer.priceCurrency, data['priceCurrency']],
  ['product', offer.product, data['itemOffered']],
];

const ofResult = (result: SearchResult, data: JsonObject): Pairs => {
  switch (result.type) {
    case 'product':
      return [
        ['name', result.name, data['name']],
        ['gtin', result.gtin, data['gtin']],
      ];
    case 'service':
      return [
        ['name', result.name, data['name']],
        ['price', result.price, data['price']],
        ['priceCurrency', result.priceCurrency, data['priceCurrency']],
      ];
    case 'event':
      return [
        ['name', result.name, data['name']],
        ['startDate', result.startDate, data['startDate']],
        ['endDate', result.endDate, data['endDate']],
      ];
    default:
      return [];
  }
};

/** SRCH-010: What it says is what was stated. */
export const whatWasStated: Check = defineCheck({
  name: 'what-was-stated',
  requirement: 'SRCH-010',
  title: 'Answers say what documents say',
  fault: 'A name, address, point, availability, stock, price or time in an answer is not that of the document.',
  consumerLoses: 'People go where the thing is not, or not for that price.',
  whatToDo: 'Fill answers from the newest state of each thing.',
  needs: { searches, answeredThings },
  judge: ({ searches: asked, answeredThings: things }) =>
    judgeAnswers('answers with things that were seen', asked, ({ exchange, answer }) => {
      const compared: readonly (readonly [pointer: string, pairs: Pairs])[] = [
        ...resultsOf(answer).map(
          ({ pointer, part }) => [pointer, part.id, (data: JsonObject) => ofResult(part, data)] as const,
        ),
        ...offersOf(answer).map(
          ({ pointer, part }) => [pointer, part.id, (data: JsonObject) => ofOffer(part, data)] as const,
        ),
        ...placesOf(answer).map(
          ({ pointer, part }) => [pointer, part.id, (data: JsonObject) => ofPlace(part, data)] as const,
        ),
      ].flatMap(([pointer, id, pairs]) => {
        const thing = things.get(id);
        return thing?.state === 'live' ? [[pointer, pairs(thing.data)] as const] : [];
      });
      if (compared.length === 0) return undefined;
      return compared.flatMap(([pointer, pairs]) =>
        pairs
          .filter(
            ([, said, stated]) =>
              said !== undefined && canonicalOf({ it: said }) !== canonicalOf({ it: stated ?? null }),
          )
          .map(([member, said, stated]) =>
            atPointer(exchange, `${pointer}/${member}`, `${shown(said)}, in its document ${shown(stated)}`),
          ),
      );
    }),
});
