import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** A link on a page runs a program. */
export const linkRunsProgram: Spoiler = {
  name: 'link-runs-program',
  fails: ['text-stays-text'],
  answer: changePage(isPageOf('services'), (body) =>
    body.replace('<dl>', '<dl><a href="javascript:alert(1)">book</a>'),
  ),
};
