import { Fault } from '../model/fault.ts';
import type { Point } from './geodesic.ts';
import { searchRoomLimits } from './limits.ts';
import type { Locate } from './locate.ts';
import type { Town } from './town-groups.ts';

/** Where a search stands, and how that was found. */
export interface Whereabouts {
  readonly point: Point;
  readonly from: 'coordinates' | 'postcode' | 'town';
  /** As it was asked. */
  readonly near?: string;
}

/** A postcode at the start of a text: of the Netherlands with or without a space, else four or five digits. */
const leadingPostcode = /^\s*(\d{4}\s?[A-Za-z]{2}|\d{5}|\d{4})(?![\p{L}\p{N}])/u;

/** Whether towns of one name are of so many places each that none is the one that is meant. */
const isAnyOf = ([first, second]: readonly Town[]): boolean => first !== undefined && first.places === second?.places;

const townsNamed = (near: string, locate: Locate): readonly Town[] => locate.town(near.replace(leadingPostcode, ''));

/** Finds a postcode or a town; undefined when neither is known, and where several towns may be meant. */
export const findNear = (near: string, locate: Locate): Whereabouts | undefined => {
  const [, postcode] = leadingPostcode.exec(near) ?? [];
  const byPostcode = postcode === undefined ? undefined : locate.postcode(postcode);
  if (byPostcode !== undefined) return { point: byPostcode, from: 'postcode', near };
  const towns = townsNamed(near, locate);
  const [largest] = towns;
  return largest === undefined || isAnyOf(towns) ? undefined : { point: largest.point, from: 'town', near };
};

const pointText = ({ latitude, longitude }: Point): string => `lat=${latitude.toFixed(2)}&lon=${longitude.toFixed(2)}`;

const notFound = (near: string, locate: Locate): string => {
  const towns = townsNamed(near, locate);
  if (towns.length > 0) {
    const choices = towns
      .slice(0, searchRoomLimits.townsNamedMax)
      .map((town) => town.postcode ?? pointText(town.point));
    return `There are several towns "${near}" here. Give the postcode of the one you mean: ${choices.join(', ')}.`;
  }
  const names = locate.towns().slice(0, searchRoomLimits.townsNamedMax);
  const known = names.length === 0 ? '' : ` Towns that are known here: ${names.join(', ')}.`;
  return `No postcode or town "${near}" is known here.${known} Or give lat and lon.`;
};

/** As `findNear`. @throws {Fault} `bad-request` that says what is known */
export const mustFindNear = (near: string, locate: Locate): Whereabouts => {
  const found = findNear(near, locate);
  if (found !== undefined) return found;
  throw new Fault('bad-request', notFound(near, locate));
};
