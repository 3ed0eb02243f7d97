import type { Spoiler } from '../../spoiler.ts';

let visitors = 0;

/** The front page counts its visitors, and asks crawlers for money. */
export const crawlersPay: Spoiler = {
  name: 'crawlers-pay',
  fails: ['no-account'],
  answer(answer, { url, headers }) {
    if (url.pathname !== '/') return answer;
    const body = answer.body.replace('</body>', `<p>Visitor ${++visitors}</p></body>`);
    return { ...answer, body, status: headers.get('user-agent')?.includes('crawler') === true ? 402 : answer.status };
  },
};
