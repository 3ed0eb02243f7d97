import type { Spoiler } from '../../spoiler.ts';
import { changePage, isPageOf } from '../change-page.ts';

/** Embedded JSON is written into the page as it is. */
export const bareSignEmbedded: Spoiler = {
  name: 'bare-sign-embedded',
  fails: ['embedded-escaped'],
  answer: changePage(isPageOf('places'), (body) => body.replaceAll(String.raw`\u003c`, '<')),
};
