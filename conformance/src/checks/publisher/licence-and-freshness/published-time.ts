import { positionTime } from '@openstraat/spec';
import type { SeenEntry } from '../../../evidence/seen-page.ts';
import { isPosition } from '../../../json/json-value.ts';

/** Is a time later than the entry that states it? The position carries the time of the entry too, and FEED-015 compares both. */
export const isLaterThanPublished = (time: unknown, { item: { modified } }: SeenEntry): boolean =>
  typeof time === 'string' && isPosition(modified) && Date.parse(time) > Date.parse(positionTime(modified));
