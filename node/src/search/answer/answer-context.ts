import type { SearchAnswer } from '@openstraat/spec';
import { instantInZone } from '../../hours/instant-in-zone.ts';
import { type Documents, documentOf } from '../document-reader.ts';
import type { Hit, LocationHit } from '../hits.ts';
import type { Question } from '../question.ts';
import { rank, type RankingFacts, rankingFigures } from '../ranking.ts';
import { absoluteId } from '../selection.ts';
import { shownTie } from '../tie.ts';
import type { ReasonWords } from './reason-words.ts';
import type { WordFinder } from './word-finder.ts';

type Result = SearchAnswer['results'][number];
type PlaceInfo = Extract<Result, { type: 'place' }>['place'];
type Openness = Extract<Result, { type: 'place' }>['open'];

/** A text in one language or several. */
export type Texts = string | Readonly<Record<string, string>>;

/** What the answers to one search are written with. */
export interface AnswerContext {
  readonly origin: string;
  /** What the node at an origin calls itself, where that is known. */
  readonly nameOf: (origin: string) => string | undefined;
  readonly origins: readonly string[];
  readonly seed: string;
  readonly isExplained: boolean;
  readonly isBarcode: boolean;
  readonly documents: Documents;
  readonly words: WordFinder;
  readonly carriedWords: WordFinder;
  readonly say: ReasonWords;
  readonly question: Pick<Question, 'parameters' | 'atMs' | 'nowMs'>;
}

const metresPerMinute = 80;
/** Streets are not straight: how much longer a walk is than the line. */
const detourFactor = 1.3;

/** Minutes that a walk takes, rounded up. */
export const walkingMinutes = (metres: number): number => Math.ceil((metres * detourFactor) / metresPerMinute);

/** A distance in whole metres, on the side of the radius that it is on. */
export const shownMetres = (
  metres: number,
  { tier, radiusMetres }: Pick<RankingFacts, 'tier' | 'radiusMetres'>,
): number =>
  tier === 'farther' ? Math.max(Math.round(metres), radiusMetres + 1) : Math.min(Math.round(metres), radiusMetres);

/** Distance, walk and tier, as they are shown. */
export const nearnessOf = ({
  location,
  facts,
}: Pick<Hit, 'facts'> & { readonly location?: LocationHit | undefined }): Pick<
  Result,
  'distanceMetres' | 'walkingMinutes' | 'farther'
> => ({
  farther: facts.tier === 'farther',
  ...(location?.metres === undefined
    ? {}
    : { distanceMetres: shownMetres(location.metres, facts), walkingMinutes: walkingMinutes(location.metres) }),
});

/** The node that states it. */
export const originOf = (context: AnswerContext, { originIndex }: Pick<Hit, 'originIndex'>): Result['origin'] => {
  const url = context.origins[originIndex] ?? context.origin;
  return { name: context.nameOf(url) ?? new URL(url).host, url };
};

/** Each term of a score, where that is asked. */
export const explanationOf = (context: AnswerContext, hit: Hit): Pick<Result, 'explain'> => {
  if (!context.isExplained) return {};
  const { terms } = rank(hit.facts);
  return {
    explain: {
      score: hit.steps / rankingFigures.scoreSteps,
      terms: [...terms],
      tie: { seed: context.seed, value: shownTie(hit.tie) },
    },
  };
};

/** Whether it is open, and until when, in the time of the place. */
export const opennessOf = ({ opening, timeZone }: LocationHit): Openness => ({
  state: opening.state,
  ...(opening.changesAtMs === undefined ? {} : { until: instantInZone(opening.changesAtMs, timeZone) }),
  ...(opening.changesTo === undefined ? {} : { becomes: opening.changesTo }),
  ...(opening.isHoliday === undefined ? {} : { publicHoliday: opening.isHoliday }),
});

/** What answers say of a place; undefined when it is gone. */
export const placeInfoOf = (context: AnswerContext, id: string): PlaceInfo | undefined => {
  const place = documentOf(context.documents, 'Place', id);
  if (place === undefined) return undefined;
  const { address, geo } = place;
  return {
    id: absoluteId(id, context.origin),
    name: place.name,
    kind: place.placeKind,
    addressLocality: address.addressLocality,
    addressCountry: address.addressCountry,
    latitude: geo.latitude,
    longitude: geo.longitude,
    accuracy: geo.accuracy,
    ...(address.streetAddress === undefined ? {} : { streetAddress: address.streetAddress }),
    ...(address.postalCode === undefined ? {} : { postalCode: address.postalCode }),
  };
};

/** The later of when a thing's values were seen and when its source last confirmed everything, as it was written. */
export const seenAtOf = (context: AnswerContext, observedAt: string, sourceId = ''): string => {
  const confirmedAt = documentOf(context.documents, 'Source', sourceId)?.lastCompleteDelivery;
  return confirmedAt !== undefined && Date.parse(confirmedAt) > Date.parse(observedAt) ? confirmedAt : observedAt;
};
