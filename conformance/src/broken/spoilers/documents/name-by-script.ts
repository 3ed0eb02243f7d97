import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** A script writes the name into the page. */
export const nameByScript: Spoiler = {
  name: 'name-by-script',
  fails: ['shown-without-scripts'],
  answer: changePage(isPageOf('services'), (body) => body.replace(/<h1>.*?<\/h1>/s, '<h1></h1>')),
};
