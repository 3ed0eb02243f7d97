import type { Spoiler } from '../../spoiler.ts';
import { isObject } from '../../../json/json-value.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The view of a page with entries is not the page. */
export const viewOfAnotherPage: Spoiler = {
  name: 'view-of-another-page',
  fails: ['page-view'],
  page: (page) =>
    isObject(page['view']) && (page['items'] as readonly unknown[]).length > 0
      ? { ...page, view: { ...page['view'], id: `${tinyOrigin}/feed/view` } }
      : page,
};
