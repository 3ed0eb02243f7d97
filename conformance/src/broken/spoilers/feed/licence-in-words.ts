import type { Spoiler } from '../../spoiler.ts';

/** The licence is a name instead of an address. */
export const licenceInWords: Spoiler = {
  name: 'licence-in-words',
  fails: ['feed-licence'],
  page: (page) => ({ ...page, license: 'CC BY 4.0' }),
};
