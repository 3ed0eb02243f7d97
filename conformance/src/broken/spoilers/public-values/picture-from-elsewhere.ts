import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** The front page shows a picture from another origin. */
export const pictureFromElsewhere: Spoiler = {
  name: 'picture-from-elsewhere',
  fails: ['own-requests'],
  answer: changePage(
    (path) => path === '/',
    (body) => body.replace('<h1>', '<img src="https://elsewhere.example/pixel.gif" alt=""><h1>'),
  ),
};
