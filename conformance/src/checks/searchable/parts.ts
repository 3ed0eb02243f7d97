import type { SearchAnswer, SearchOffer, SearchResult } from '@openstraat/spec';
import { jsonPointer } from '../../json/json-pointer.ts';

/** Something in an answer, and where. */
export interface Part<T> {
  readonly pointer: string;
  readonly part: T;
}

export type SearchPlace = SearchOffer['place'];

export const resultsOf = ({ results }: SearchAnswer): readonly Part<SearchResult>[] =>
  results.map((part, at) => ({ pointer: jsonPointer('results', at), part }));

export const offersOf = (answer: SearchAnswer): readonly Part<SearchOffer>[] =>
  resultsOf(answer).flatMap(({ pointer, part }) =>
    part.type === 'product'
      ? part.offers.map((offer, at) => ({ pointer: pointer + jsonPointer('offers', at), part: offer }))
      : [],
  );

/** Results and offers: all that has a distance. */
export const nearPartsOf = (answer: SearchAnswer): readonly Part<SearchResult | SearchOffer>[] => [
  ...resultsOf(answer),
  ...offersOf(answer),
];

/** Everything that is at one place: offers, and results but products. */
export const atPlaceOf = (
  answer: SearchAnswer,
): readonly Part<SearchOffer | Exclude<SearchResult, { type: 'product' }>>[] => [
  ...resultsOf(answer).flatMap(({ pointer, part }) => (part.type === 'product' ? [] : [{ pointer, part }])),
  ...offersOf(answer),
];

/** Places that answers tell of. */
export const placesOf = (answer: SearchAnswer): readonly Part<SearchPlace>[] =>
  atPlaceOf(answer).flatMap(({ pointer, part }) =>
    part.place === undefined ? [] : [{ pointer: `${pointer}/place`, part: part.place }],
  );
