import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** The pages of offers do not say whether there is any. */
export const availabilityUntold: Spoiler = {
  name: 'availability-untold',
  fails: ['shown-without-scripts'],
  answer: changePage(isPageOf('offers'), (body) => body.replace(/<dt>availability<\/dt><dd>\w+<\/dd>/, '')),
};
