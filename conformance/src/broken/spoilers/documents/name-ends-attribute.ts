import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** A page does not escape the names of shops in attributes. */
export const nameEndsAttribute: Spoiler = {
  name: 'name-ends-attribute',
  fails: ['text-stays-text'],
  answer: changePage(isPageOf('places'), (body) =>
    body.includes('Rijwielhal') ? body.replace('<dl>', '<dl title="Rijwielhal "De <Vrije> Wiel" & Zn.">') : body,
  ),
};
