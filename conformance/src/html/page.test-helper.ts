import type { AnsweredExchange } from '../fetching/exchange.ts';
import { readHtml } from './read-html.ts';
import type { HtmlPage } from './html-page.ts';

/** An answer of the test town with this HTML in it. */
export const answered = (html: string, type: string = 'text/html; charset=utf-8'): AnsweredExchange => ({
  id: 0,
  method: 'GET',
  url: 'https://waterveen.example/places/x',
  answer: {
    url: 'https://waterveen.example/places/x',
    status: 200,
    headers: new Map([['content-type', type]]),
    body: Buffer.from(html),
    encodedBytes: html.length,
    receivedMs: 0,
  },
});

/** A page with this HTML. @throws {TypeError} when it is not read */
export const pageOf = (html: string): HtmlPage => {
  const page = readHtml(answered(html));
  if (page === undefined) throw new TypeError('the page was not read');
  return page;
};
