import { foldText } from '../language/fold.ts';
import { Fault } from '../model/fault.ts';
import { editDistance } from '../project/search-index/edit-distance.ts';
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
  /** First digits of a postcode that is not known itself: the point is the middle of what is there. */
  readonly district?: string;
}

/** A postcode at the start of a text: of the Netherlands with or without a space, else four or five digits. */
const leadingPostcode = /^\s*(\d{4}\s?[A-Za-z]{2}|\d{5}|\d{4})(?![\p{L}\p{N}])/u;
const dutchPostcode = /^(\d{4})\s?[A-Za-z]{2}$/;
/** `NL-8199DA` and `8199-DA`, as addresses have them in some countries. */
const countryBefore = /^\s*(?:NL|B|BE|D|DE|F|FR)[- ](?=\d)/i;
const hyphenWithin = /^(\s*\d{4})\s?-\s?(?=[A-Za-z]{2}(?![\p{L}\p{N}]))/u;
const countryNames =
  'nederland|(?:the )?netherlands|holland|niederlande|pays-bas|belgi[eë]|belgium|belgique|belgien|duitsland|germany|deutschland|allemagne|frankrijk|france|frankreich';
const countryBehind = new RegExp(`(?:\\s*,\\s*(?:nl|be|de|fr|${countryNames})|\\s+(?:${countryNames}))\\s*$`, 'iu');

/** A place without the country that it is in: towns are known by their names alone. */
const withoutCountry = (near: string): string =>
  near.replace(countryBefore, '').replace(hyphenWithin, '$1').replace(countryBehind, '');

/** Whether towns of one name are of so many places each that none is the one that is meant. */
const isAnyOf = ([first, second]: readonly Town[]): boolean => first !== undefined && first.places === second?.places;

const townsNamed = (near: string, locate: Locate): readonly Town[] => {
  const asTyped = locate.town(near.replace(leadingPostcode, ''));
  return asTyped.length > 0 ? asTyped : locate.town(withoutCountry(near).replace(leadingPostcode, ''));
};

/** Nobody here has every postcode of a town: who lives between those is found by the district, and told so. */
const byPostcode = (postcode: string, near: string, locate: Locate): Whereabouts | undefined => {
  const point = locate.postcode(postcode);
  if (point !== undefined) return { point, from: 'postcode', near };
  const [, district] = dutchPostcode.exec(postcode) ?? [];
  const middle = district === undefined ? undefined : locate.postcode(district);
  return district === undefined || middle === undefined
    ? undefined
    : { point: middle, from: 'postcode', near, district };
};

/** Finds a postcode or a town; undefined when neither is known, and where several towns may be meant. */
export const findNear = (near: string, locate: Locate): Whereabouts | undefined => {
  const [, postcode] = leadingPostcode.exec(withoutCountry(near)) ?? [];
  const found = postcode === undefined ? undefined : byPostcode(postcode, near, locate);
  if (found !== undefined) return found;
  const towns = townsNamed(near, locate);
  const [largest] = towns;
  return largest === undefined || isAnyOf(towns) ? undefined : { point: largest.point, from: 'town', near };
};

/** A letter or two; short names are too much like each other. */
const typosIn = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The town that somebody may have meant who made a typo. */
const townLike = (near: string, locate: Locate): string | undefined => {
  const typed = foldText(withoutCountry(near).replace(leadingPostcode, '')).trim();
  const typosMax = typosIn(typed);
  const like = locate
    .towns()
    .map((town) => ({ town, typos: editDistance(typed, foldText(town), typosMax) }))
    .filter(({ typos }) => typos <= typosMax)
    .toSorted((one, other) => one.typos - other.typos);
  return typosMax === 0 ? undefined : like[0]?.town;
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
  const like = townLike(near, locate);
  const meant = like === undefined ? '' : ` Did you mean ${like}?`;
  return `No postcode or town "${near}" is known here.${meant}${known} Or give lat and lon.`;
};

/** As `findNear`. @throws {Fault} `bad-request` that says what is known */
export const mustFindNear = (near: string, locate: Locate): Whereabouts => {
  const found = findNear(near, locate);
  if (found !== undefined) return found;
  throw new Fault('bad-request', notFound(near, locate));
};
