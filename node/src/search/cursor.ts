import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { type SearchParameters, searchLimits } from '@openstraat/spec';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { rankingTiers } from './ranking.ts';
import { pinnedCarriedSchema, pinnedTextSchema } from './text-measure.ts';
import { tieMax } from './tie.ts';

const cursorVersion = 3;
const sealBytes = 12;
const lot = z.int().min(0).max(tieMax);
const instantMs = z.int().min(0).max(8_640_000_000_000);

/** What stays the same over all pages of a search, and where the page before ended. */
const cursorSchema = z.strictObject({
  version: z.literal(cursorVersion),
  at: instantMs,
  /** The present of the first page: *seen* is reckoned from it. */
  now: instantMs,
  seed: z.string().max(300),
  /** Latitude and longitude. */
  point: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** Whether a place was read among the words. */
  named: z.boolean().optional(),
  /** Which words were read as the name of a place: see `NamedPlaces`. */
  placeReading: z.int().min(0).optional(),
  /** Whether something is called by the words about a day. */
  daysNamed: z.boolean().optional(),
  /** How the words were weighed; absent where there were none. */
  text: pinnedTextSchema.optional(),
  /** Absent where no places came for what they carry. */
  carried: pinnedCarriedSchema.optional(),
  tier: z.enum(rankingTiers),
  steps: z.int(),
  tie: lot,
  id: z.string().max(searchLimits.cursorCharactersMax),
  /** The last offer shown of a barcode that was asked for: its other offers come on the pages behind. */
  offer: z.strictObject({ steps: z.int(), tie: lot, id: z.string().max(searchLimits.cursorCharactersMax) }).optional(),
});
export type SearchCursor = Omit<z.output<typeof cursorSchema>, 'version'>;

/** Writes and reads the cursors of one node. */
export interface SearchCursors {
  /** Writes a cursor: opaque to readers. */
  write(cursor: SearchCursor, parameters: SearchParameters): string;
  /**
   * Reads a cursor that this node wrote for the same question.
   * @throws {Fault} `cursor-invalid`
   */
  read(text: string, parameters: SearchParameters): SearchCursor;
}

/** Parameters that may differ from page to page. */
const freeParameters: ReadonlySet<string> = new Set(['cursor', 'limit', 'explain']);

/** A cursor belongs to one question at one node: this is what of them its seal covers. */
const questionText = (parameters: SearchParameters, origin: string): string =>
  JSON.stringify([
    origin,
    ...Object.entries(parameters)
      .filter(([name, value]) => value !== undefined && !freeParameters.has(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @param key known to the node alone: nobody else can make a cursor that it takes */
export const createSearchCursors = (origin: string, key: Uint8Array): SearchCursors => {
  const secret = createSecretKey(key);
  const seal = (body: string, parameters: SearchParameters): Buffer =>
    createHmac('sha256', secret)
      .update(`${body}\n${questionText(parameters, origin)}`)
      .digest()
      .subarray(0, sealBytes);
  const isSealed = (body: string, text: string, parameters: SearchParameters): boolean => {
    const given = Buffer.from(text, 'base64url');
    // Written again: one seal has one spelling.
    return (
      given.length === sealBytes &&
      given.toString('base64url') === text &&
      timingSafeEqual(given, seal(body, parameters))
    );
  };
  return {
    write(cursor, parameters) {
      const body = Buffer.from(JSON.stringify({ version: cursorVersion, ...cursor })).toString('base64url');
      return `${body}.${seal(body, parameters).toString('base64url')}`;
    },
    read(text, parameters) {
      const [body = '', sealed = '', ...rest] = text.slice(0, searchLimits.cursorCharactersMax + 1).split('.');
      const isOurs = rest.length === 0 && isSealed(body, sealed, parameters);
      const read = isOurs
        ? cursorSchema.safeParse(readJson(Buffer.from(body, 'base64url').toString()))
        : { success: false as const };
      if (!read.success)
        throw new Fault(
          'cursor-invalid',
          'The cursor does not belong to this search. Take the address in `next` as it is, or leave `cursor` out to begin again.',
        );
      const { version: _, ...cursor } = read.data;
      return cursor;
    },
  };
};
