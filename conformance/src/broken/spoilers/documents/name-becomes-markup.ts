import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** A page does not escape the names of shops. */
export const nameBecomesMarkup: Spoiler = {
  name: 'name-becomes-markup',
  fails: ['shown-without-scripts', 'text-stays-text'],
  answer: changePage(isPageOf('places'), (body) => body.replaceAll('&lt;Vrije&gt;', '<Vrije>')),
};
