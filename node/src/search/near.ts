import { Fault } from '../model/fault.ts';
import type { Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import type { Locate } from './locate.ts';

/** Where a search stands, and how that was found. */
export interface Whereabouts {
  readonly point: Point;
  readonly from: 'coordinates' | 'postcode' | 'town';
  /** As it was asked. */
  readonly near?: string;
}

/** A postcode at the start of a text: of the Netherlands with or without a space, else four or five digits. */
const leadingPostcode = /^\s*(\d{4}\s?[A-Za-z]{2}|\d{5}|\d{4})(?![\p{L}\p{N}])/u;

/** Finds a postcode or a town; undefined when neither is known. */
export const findNear = (near: string, locate: Locate): Whereabouts | undefined => {
  const [, postcode] = leadingPostcode.exec(near) ?? [];
  const byPostcode = postcode === undefined ? undefined : locate.postcode(postcode);
  if (byPostcode !== undefined) return { point: byPostcode, from: 'postcode', near };
  const byTown = locate.town(postcode === undefined ? near : near.replace(leadingPostcode, ''));
  return byTown === undefined ? undefined : { point: byTown, from: 'town', near };
};

/** As `findNear`. @throws {Fault} `bad-request` that says what is known */
export const mustFindNear = (near: string, locate: Locate): Whereabouts => {
  const found = findNear(near, locate);
  if (found !== undefined) return found;
  const towns = locate.towns().slice(0, searchRoomLimits.townsNamedMax);
  const known = towns.length === 0 ? '' : ` Towns that are known here: ${towns.join(', ')}.`;
  throw new Fault('bad-request', `No postcode or town "${near}" is known here.${known} Or give lat and lon.`);
};
