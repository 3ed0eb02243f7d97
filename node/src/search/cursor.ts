import { createHash } from 'node:crypto';
import { type SearchParameters, searchLimits } from '@openstraat/spec';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { rankingTiers } from './ranking.ts';

const cursorVersion = 1;
const checksumCharacters = 12;

/** What stays the same over all pages of a search, and where the page before ended. */
const cursorSchema = z.strictObject({
  version: z.literal(cursorVersion),
  at: z.int().min(0).max(8_640_000_000_000),
  seed: z.string().max(300),
  /** Latitude and longitude. */
  point: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  tier: z.enum(rankingTiers),
  steps: z.int(),
  tie: z.int().min(0).max(0xff_ff_ff_ff),
  id: z.string().max(600),
});
export type SearchCursor = Omit<z.output<typeof cursorSchema>, 'version'>;

/** Parameters that may differ from page to page. */
const freeParameters: ReadonlySet<string> = new Set(['cursor', 'limit', 'explain']);

/** A cursor belongs to one question at one node: this is what of them its checksum covers. */
const questionText = (parameters: SearchParameters, origin: string): string =>
  JSON.stringify([
    origin,
    ...Object.entries(parameters)
      .filter(([name, value]) => value !== undefined && !freeParameters.has(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

const checksum = (body: string, question: string): string =>
  createHash('sha256').update(`${body}\n${question}`).digest('base64url').slice(0, checksumCharacters);

/** Writes a cursor: opaque to readers. */
export const formatSearchCursor = (cursor: SearchCursor, parameters: SearchParameters, origin: string): string => {
  const body = Buffer.from(JSON.stringify({ version: cursorVersion, ...cursor })).toString('base64url');
  return `${body}.${checksum(body, questionText(parameters, origin))}`;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads a cursor that `formatSearchCursor` wrote for the same question at the same node.
 * @throws {Fault} `cursor-invalid`
 */
export const readSearchCursor = (text: string, parameters: SearchParameters, origin: string): SearchCursor => {
  const [body = '', sum, ...rest] = text.slice(0, searchLimits.cursorCharactersMax + 1).split('.');
  const isOurs = rest.length === 0 && sum === checksum(body, questionText(parameters, origin));
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
};
