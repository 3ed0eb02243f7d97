import {
  type Gtin,
  isGtin,
  parseGtin,
  searchDefaults,
  type SearchParameters,
  type SearchType,
  searchTypes,
} from '@openstraat/spec';
import { whenInQuery } from '../language/when-words.ts';
import { Fault } from '../model/fault.ts';
import type { SearchCursor, SearchCursors } from './cursor.ts';
import type { Locate } from './locate.ts';
import type { NamedPlaces } from './named-places.ts';
import { mustFindNear, type Whereabouts } from './near.ts';
import { tieSeed } from './tie.ts';

/** A search as it is understood: parameters checked against each other, the place found, the instant fixed. */
export interface Question {
  readonly parameters: SearchParameters;
  /** Words to find; absent for a barcode, and where only filters are asked. */
  readonly words?: string;
  readonly gtin?: Gtin;
  readonly where?: Whereabouts;
  /** Words about a day: nothing is looked for by them. */
  readonly dayWords: readonly string[];
  /** The same question with those words, which something may be called by; only where there are any. */
  readonly withDays?: { readonly words: string; readonly types: ReadonlySet<SearchType> };
  /** Whether something is called by them, and they are looked for like any other. */
  readonly areDaysNamed?: boolean;
  /** Whether the words ask for what is open now. */
  readonly saysOpenNow: boolean;
  /** Whether a place was read among the words, and is none of them any more. */
  readonly isPlaceNamed?: boolean;
  /** The places that some of the words named, which are none of them any more: only what is there is asked for. */
  readonly places?: NamedPlaces;
  readonly radiusMetres: number;
  /** The instant that is asked for: what is open then, and which prices count. */
  readonly atMs: number;
  /** The present, or that of the first page: how long ago things were seen is reckoned from it. */
  readonly nowMs: number;
  /** Only what is open then. */
  readonly openOnly: boolean;
  readonly types: ReadonlySet<SearchType>;
  readonly limit: number;
  readonly seed: string;
  readonly cursor?: SearchCursor;
}

/** What a question is understood with. */
export interface QuestionContext {
  readonly clock: { now(): number };
  readonly locate: Locate;
  readonly origin: string;
  readonly cursors: Pick<SearchCursors, 'read'>;
}

const minuteMs = 60_000;

const bad = (message: string): Fault => new Fault('bad-request', message);

const barcodeIn = (words: string): Gtin | undefined => {
  const read = parseGtin(words);
  return read.ok ? read.gtin : undefined;
};

const checkTogether = (parameters: SearchParameters): void => {
  const { lat, lon, near, currency, priceMax, q, gtin } = parameters;
  if ((lat === undefined) !== (lon === undefined)) throw bad('`lat` and `lon` belong together: give both, or neither.');
  if (lat !== undefined && near !== undefined)
    throw bad('Give either `near`, or `lat` and `lon`: together they could mean two places.');
  if (q !== undefined && gtin !== undefined && barcodeIn(q) !== gtin)
    throw bad('`q` and `gtin` ask for two things: give the words, or the barcode.');
  if (currency !== undefined && priceMax === undefined)
    throw bad('`currency` says what `priceMax` is in: give `priceMax` too, or leave `currency` out.');
};

/** A barcode for words goes straight to its product. */
const barcodeOf = ({ gtin, q }: SearchParameters): Gtin | undefined => {
  if (gtin !== undefined) return isGtin(gtin) ? gtin : undefined;
  return q === undefined ? undefined : barcodeIn(q);
};

/** Only products have a price, a brand, a Google category and ways to get them. */
const typesOf = (parameters: SearchParameters, gtin: Gtin | undefined, isAsked: boolean): ReadonlySet<SearchType> => {
  const { type, priceMax, fulfilment, brand, category } = parameters;
  if (type !== undefined) return new Set([type]);
  if ([gtin, priceMax, fulfilment, brand, category].some((value) => value !== undefined)) return new Set(['product']);
  // A place alone asks what is around it; a kind alone asks for places of that kind.
  return new Set(isAsked ? searchTypes : ['place']);
};

const whereOf = (
  { lat, lon, near }: SearchParameters,
  cursor: SearchCursor | undefined,
  locate: Locate,
): Whereabouts | undefined => {
  if (lat !== undefined && lon !== undefined) return { point: { latitude: lat, longitude: lon }, from: 'coordinates' };
  if (near === undefined) return undefined;
  const found = mustFindNear(near, locate);
  // The middle of a town moves with its places; the pages of one search stay where the first stood.
  return cursor?.point === undefined
    ? found
    : { ...found, point: { latitude: cursor.point[0], longitude: cursor.point[1] } };
};

const checkAsked = (parameters: SearchParameters, isText: boolean, hasPlace: boolean): void => {
  const { brand, category, kind, type } = parameters;
  const isFiltered = brand !== undefined || category !== undefined;
  if (type === 'product' && !isText && !isFiltered)
    throw bad('`type=product` needs something to look for: give `q`, `gtin`, `brand` or `category`.');
  if (isText || isFiltered || kind !== undefined || type !== undefined || hasPlace) return;
  throw bad(
    'Nothing is asked: give `q` (words or a barcode), `gtin`, `brand`, `category`, `kind` or `type`, or a place to see what is around it.',
  );
};

/** The words without those that say when, unless there are no others to look for. */
const wordsOf = (
  { q, type }: SearchParameters,
  gtin: Gtin | undefined,
  hasPlace: boolean,
): Pick<Question, 'dayWords' | 'saysOpenNow'> & {
  readonly words: string | undefined;
  readonly withDays?: string | undefined;
} => {
  const asTyped = { words: q, dayWords: [], saysOpenNow: false };
  if (q === undefined || gtin !== undefined) return asTyped;
  const { words, withDays, days, isOpenNow } = whenInQuery(q);
  const isWhenAlone = words === '';
  // Products have no place that a day could be about.
  const mayBeAround = hasPlace && (isOpenNow || (days.length > 0 && type !== 'product'));
  if (isWhenAlone && !mayBeAround) return asTyped;
  return {
    // `open nu` or `open zondag` and a place: what is around it.
    words: isWhenAlone ? undefined : words,
    dayWords: days,
    saysOpenNow: isOpenNow,
    ...(days.length === 0 ? {} : { withDays }),
  };
};

const instantOf = (open: SearchParameters['open'], nowMs: number): number =>
  open === undefined || open === 'now' ? nowMs : Date.parse(open);

/**
 * Understands a search.
 * @throws {Fault} `bad-request`, `cursor-invalid`
 */
export const understand = (
  parameters: SearchParameters,
  { clock, locate, origin, cursors }: QuestionContext,
): Question => {
  checkTogether(parameters);
  const cursor = parameters.cursor === undefined ? undefined : cursors.read(parameters.cursor, parameters);
  const gtin = barcodeOf(parameters);
  const { open } = parameters;
  const where = whereOf(parameters, cursor, locate);
  const { words, withDays, dayWords, saysOpenNow } = wordsOf(parameters, gtin, where !== undefined);
  const isText = words !== undefined || gtin !== undefined;
  checkAsked(parameters, isText, where !== undefined);
  // To the minute: who asks twice within one gets the same answer.
  const nowMs = cursor?.now ?? Math.floor(clock.now() / minuteMs) * minuteMs;
  const atMs = cursor?.at ?? instantOf(open, nowMs);
  return {
    parameters,
    radiusMetres: parameters.radius ?? searchDefaults.radiusMetres,
    atMs,
    nowMs,
    openOnly: open !== undefined || saysOpenNow,
    dayWords,
    saysOpenNow: saysOpenNow && open === undefined,
    types: typesOf(parameters, gtin, isText),
    limit: parameters.limit ?? searchDefaults.limit,
    seed: cursor?.seed ?? tieSeed(atMs, where?.point, origin),
    ...(gtin === undefined ? (words === undefined ? {} : { words }) : { gtin }),
    ...(withDays === undefined ? {} : { withDays: { words: withDays, types: typesOf(parameters, gtin, true) } }),
    ...(where === undefined ? {} : { where }),
    ...(cursor === undefined ? {} : { cursor }),
  };
};
