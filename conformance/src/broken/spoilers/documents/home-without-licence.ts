import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** The front page does not say under which licence the feed stands. */
export const homeWithoutLicence: Spoiler = {
  name: 'home-without-licence',
  fails: ['home-page'],
  answer: changePage(
    (path) => path === '/',
    (body) => body.replace(/<a rel="license".*?<\/a>/s, ''),
  ),
};
