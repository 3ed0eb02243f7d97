import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** The page of a service does not say where it comes from. */
export const attributionNotShown: Spoiler = {
  name: 'attribution-not-shown',
  fails: ['source-shown'],
  answer: changePage(isPageOf('services'), (body) => body.replace('© OpenStreetMap contributors', '')),
};
