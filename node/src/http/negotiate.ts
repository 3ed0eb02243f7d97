import { httpLimits } from './limits.ts';
import { activityProfile, type MediaType, mediaTypes } from './media-types.ts';
import { parseQualityList, type WeightedChoice } from './quality-list.ts';

const specificity = (range: string, type: string): number => {
  if (range === type) return 3;
  if (range === '*/*') return 1;
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1)) ? 2 : 0;
};

const closestRange = (ranges: readonly WeightedChoice[], type: string): { quality: number; specific: number } => {
  let best = { quality: 0, specific: 0 };
  for (const range of ranges) {
    const specific = specificity(range.value, type);
    // Of parameters none is looked at here: of a type that is named twice the better weight counts.
    const isCloser =
      specific > best.specific || (specific > 0 && specific === best.specific && range.quality > best.quality);
    if (isCloser) best = { quality: range.quality, specific };
  }
  return best;
};

const readRanges = (accept: string | undefined): readonly WeightedChoice[] =>
  parseQualityList(accept ?? '', httpLimits.acceptRangesMax).filter(({ value }) => /^[^\s/]+\/[^\s/]+$/.test(value));

/**
 * Chooses what to answer (RFC 9110, 12.5.1): the highest weight, then the type that was named rather than covered by a wildcard, then our own order.
 * @param accept the field as it came; absent, empty or not readable means that anything will do
 * @returns undefined when nothing offered is acceptable
 */
export const negotiate = <T extends MediaType>(accept: string | undefined, offered: readonly T[]): T | undefined => {
  const ranges = readRanges(accept);
  if (ranges.length === 0) return offered[0];
  let chosen: { type: T; quality: number; specific: number } | undefined;
  for (const type of offered) {
    const { quality, specific } = closestRange(ranges, type);
    if (quality === 0) continue;
    const better =
      chosen === undefined || quality > chosen.quality || (quality === chosen.quality && specific > chosen.specific);
    if (better) chosen = { type, quality, specific };
  }
  return chosen?.type;
};

const namesActivity = ({ value, profiles }: WeightedChoice): boolean =>
  value === mediaTypes.activity || (value === mediaTypes.jsonLd && profiles.includes(activityProfile));

/**
 * Whether who asks names a document of ActivityPub, and wants nothing that is offered more than that.
 * Such a document is never what a wildcard means, nor JSON-LD without its profile.
 */
export const prefersActivity = (accept: string | undefined, offered: readonly MediaType[]): boolean => {
  const ranges = readRanges(accept);
  const wanted = Math.max(0, ...ranges.filter(namesActivity).map(({ quality }) => quality));
  const others = ranges.filter((range) => !namesActivity(range));
  return wanted > 0 && offered.every((type) => closestRange(others, type).quality <= wanted);
};
