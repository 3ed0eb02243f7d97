import type { JsonObject } from '../../../json/json-value.ts';
import type { Spoiler } from '../../spoiler.ts';

/** The last place within the radius stands first. */
export const lastFirst: Spoiler = {
  name: 'last-first',
  class: 'searchable',
  fails: ['order-of-scores'],
  found(answer, { searchParams }) {
    const { results } = answer;
    if (searchParams.get('type') !== 'place' || searchParams.get('radius') === '100000' || !Array.isArray(results))
      return answer;
    const all = results as readonly JsonObject[];
    const near = all.filter(({ farther }) => farther === false);
    return { ...answer, results: [...near.slice(-1), ...near.slice(0, -1), ...all.slice(near.length)] };
  },
};
