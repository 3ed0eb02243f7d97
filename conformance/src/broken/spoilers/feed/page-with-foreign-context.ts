import type { Spoiler } from '../../spoiler.ts';

/** Pages name the context of somebody else. */
export const pageWithForeignContext: Spoiler = {
  name: 'page-with-foreign-context',
  fails: ['page-context'],
  page: (page) => ({ ...page, '@context': 'https://elsewhere.example/context/v1.jsonld' }),
};
