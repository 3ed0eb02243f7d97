import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** The page of a service embeds nothing. */
export const noEmbeddedData: Spoiler = {
  name: 'no-embedded-data',
  fails: ['embedded-description'],
  answer: changePage(isPageOf('services'), (body) => body.replace(/<script.*?<\/script>/s, '')),
};
