import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** The front page leads to a shop that the feed does not have. */
export const shopKeptBack: Spoiler = {
  name: 'shop-kept-back',
  fails: ['shown-is-in-feed'],
  answer: changePage(
    (path) => path === '/',
    (body) => body.replace('</body>', '<a href="/places/alleen-hier">Alleen hier</a></body>'),
  ),
};
