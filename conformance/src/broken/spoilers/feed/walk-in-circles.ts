import type { Spoiler } from '../../spoiler.ts';
import { isObject, type JsonObject } from '../../../json/json-value.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The second page leads back to the first. */
export const walkInCircles: Spoiler = {
  name: 'walk-in-circles',
  fails: ['next-leads-on'],
  page(page, { url }) {
    if (!url.searchParams.has('cursor') || !isObject(page['view']) || page['view']['relation'] === undefined)
      return page;
    const next = `${tinyOrigin}/feed`;
    const [relation] = page['view']['relation'] as readonly JsonObject[];
    return { ...page, next, view: { ...page['view'], relation: [{ ...relation, node: next }] } };
  },
};
