import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** A script on the front page sets a cookie. */
export const cookieByScript: Spoiler = {
  name: 'cookie-by-script',
  fails: ['no-cookies'],
  answer: changePage(
    (path) => path === '/',
    (body) => body.replace('</body>', '<script>document.cookie = "visitor=" + Math.random();</script></body>'),
  ),
};
