import type { Spoiler } from '../../spoiler.ts';
import { changePage } from '../change-page.ts';

/** A stylesheet of its own takes a font from another origin. */
export const fontFromElsewhere: Spoiler = {
  name: 'font-from-elsewhere',
  fails: ['own-requests'],
  answer: (answer, { url }) =>
    url.pathname === '/style.css'
      ? { status: 200, type: 'text/css', body: '@font-face { src: url("//elsewhere.example/letters.woff2") }' }
      : changePage(
          (path) => path === '/',
          (body) => body.replace('</head>', '<link rel="stylesheet" href="/style.css"></head>'),
        )(answer, { url, method: 'GET', headers: new Headers(), late: false }),
};
