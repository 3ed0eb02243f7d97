import type { Spoiler } from '../../spoiler.ts';

/** limit is not heeded. */
export const limitIgnored: Spoiler = {
  name: 'limit-ignored',
  class: 'searchable',
  fails: ['as-many-as-asked'],
  question(url) {
    if (/^([1-9]|[1-4]\d)$/.test(url.searchParams.get('limit') ?? '')) url.searchParams.set('limit', '50');
    return url;
  },
};
