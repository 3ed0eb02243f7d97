import type { Spoiler } from '../../spoiler.ts';

/** The empty page at the end names another address as next. */
export const emptyPageLeadsOn: Spoiler = {
  name: 'empty-page-leads-on',
  fails: ['empty-pages'],
  page: (page, { url }) =>
    (page['items'] as readonly unknown[]).length === 0 ? { ...page, next: `${url.href}&again=1` } : page,
};
