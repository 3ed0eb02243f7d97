import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';

/** The first page has no relation to the second. */
export const noRelation: Spoiler = {
  name: 'no-relation',
  fails: ['relation-to-next'],
  page(page, { url }) {
    if (url.search !== '' || !isObject(page['view'])) return page;
    const { relation: _relation, ...view } = page['view'];
    return { ...page, view };
  },
};
