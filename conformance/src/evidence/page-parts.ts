import type { AnsweredExchange } from '../fetching/exchange.ts';
import { isSameHost } from '../fetching/same-host.ts';
import { styleRequests } from '../html/style-requests.ts';
import type { Run } from '../run/run.ts';
import { available, type Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { publicPages } from './public-pages.ts';

/** A stylesheet or script of the publisher's own. */
export interface PagePart {
  readonly type: 'style' | 'script';
  readonly exchange: AnsweredExchange;
  readonly text: string;
}

/** Stylesheets and scripts of the publisher's own that its pages use, and what those stylesheets import. */
export const pageParts: Gatherer<readonly PagePart[]> = {
  name: 'page-parts',
  async gather(run) {
    const pages = await run.gather(publicPages);
    if (!pages.available) return pages;
    const waiting = new Map<string, PagePart['type']>();
    const add = (address: string | undefined, base: string, type: PagePart['type']): void => {
      const url = address === undefined ? null : URL.parse(address, base);
      if (url !== null && isSameHost(run.tested, url)) waiting.set(url.href, type);
    };
    for (const page of pages.value) {
      for (const { attributes } of page.named('link'))
        if (/\bstylesheet\b/i.test(attributes.get('rel') ?? '')) add(attributes.get('href'), page.base, 'style');
      for (const { attributes } of page.named('script')) add(attributes.get('src'), page.base, 'script');
    }
    const parts: PagePart[] = [];
    // The map grows while it is walked: stylesheets import others.
    for (const [url, type] of waiting) {
      if (parts.length >= evidenceLimits.pageParts) break;
      const part = await askPart(run, url, type);
      if (part === undefined) continue;
      parts.push(part);
      if (type === 'style')
        for (const { address, isImport } of styleRequests(part.text))
          if (isImport) add(address, part.exchange.answer.url, 'style');
    }
    return available(parts);
  },
};

const askPart = async (run: Run, url: string, type: PagePart['type']): Promise<PagePart | undefined> => {
  const exchange = await run.client.ask(url, { accept: type === 'style' ? 'text/css' : 'text/javascript' });
  if (exchange.answer === undefined || exchange.answer.status !== 200) return undefined;
  const { body } = exchange.answer;
  if (body.length > evidenceLimits.pagePartBytesMax) {
    run.note(`${url} is larger than ${evidenceLimits.pagePartBytesMax} bytes, and was not looked into.`);
    return undefined;
  }
  return { type, exchange, text: body.toString('utf8') };
};
