import { isObject } from '../json/json-value.ts';
import type { PublisherFacts } from './publisher-facts.ts';

/** Where the feed starts: as the description says, else where it usually is. */
export const feedStart = ({ origin, description }: PublisherFacts): string => {
  const feed = isObject(description['feed']) ? description['feed'] : {};
  return typeof feed['start'] === 'string' ? feed['start'] : `${origin}/feed`;
};
