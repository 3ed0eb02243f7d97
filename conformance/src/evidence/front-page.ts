import type { Exchange } from '../fetching/exchange.ts';
import type { HtmlPage } from '../html/html-page.ts';
import { readHtml } from '../html/read-html.ts';
import { available, type Gatherer } from './gatherer.ts';

/** What `/` answers to a browser. */
export interface FrontPage {
  readonly exchange: Exchange;
  /** Undefined when the answer is no HTML page. */
  readonly page: HtmlPage | undefined;
}

/** The front page, for people. */
export const frontPage: Gatherer<FrontPage> = {
  name: 'front-page',
  async gather({ client }) {
    const exchange = await client.ask('/', { accept: 'text/html' });
    return available({ exchange, page: exchange.answer === undefined ? undefined : readHtml(exchange) });
  },
};
