import type { Spoiler } from '../../spoiler.ts';

/** Browsers get another front page than programs. */
export const otherPageForBrowsers: Spoiler = {
  name: 'other-page-for-browsers',
  fails: ['same-for-all'],
  answer: (answer, { url, headers }) =>
    url.pathname === '/' && headers.get('user-agent')?.includes('Mozilla/') === true
      ? { ...answer, body: answer.body.replace('<h1>', '<p>Best of all towns!</p><h1>') }
      : answer,
};
