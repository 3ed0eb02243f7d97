import type { Exchange } from '../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../fetching/same-host.ts';
import type { Run } from '../run/run.ts';
import { evidenceLimits } from './limits.ts';
import { readObject } from './json-object-answer.ts';
import { type PageSummary, readPage, type SeenPage } from './seen-page.ts';

/** How a chain of pages ended. */
export type ChainEnd =
  /** It reached the head. */
  | { readonly how: 'head' }
  /** As many pages were read as should be. */
  | { readonly how: 'enough' }
  /** There is more than the suite reads even of a whole feed. */
  | { readonly how: 'too-long' }
  /** An address got no answer. */
  | { readonly how: 'unanswered'; readonly exchange: Exchange }
  /** An answer is not a page. */
  | { readonly how: 'not-a-page'; readonly exchange: Exchange; readonly code: string; readonly words: string }
  /** `next` is no address of this host, or one that was there before. */
  | { readonly how: 'no-next'; readonly page: PageSummary; readonly words: string };

/** Asks for one page. @returns it, or how the chain ends with it */
export const askPage = async (
  run: Run,
  url: string,
  context: {
    readonly origin: string;
    readonly reachedBy: PageSummary['reachedBy'];
    readonly before?: PageSummary;
    /** Nobody keeps it. */
    readonly passing: boolean;
  },
): Promise<SeenPage | ChainEnd> => {
  const exchange = await run.client.ask(url, { accept: 'application/ld+json', passing: context.passing });
  if (exchange.answer === undefined) return { how: 'unanswered', exchange };
  const reading = readObject(exchange);
  if (!reading.ok) return { how: 'not-a-page', exchange, code: reading.code, words: reading.words };
  const page = readPage(exchange, reading.value.json, { before: undefined, ...context });
  return page ?? { how: 'not-a-page', exchange, code: 'no-items', words: 'JSON without a list of items' };
};

export const isChainEnd = (answer: SeenPage | ChainEnd): answer is ChainEnd => 'how' in answer;

/** Where the chain goes on; a sentence when it does not. */
const nextAddress = (run: Run, page: PageSummary, asked: ReadonlySet<string>): URL | string => {
  const url = typeof page.next === 'string' ? parseHttpUrl(page.next) : undefined;
  if (url === undefined) return 'next is not an absolute address';
  if (!isSameHost(run.tested, url)) return 'next leads to another host, which the suite never follows';
  return asked.has(url.href) ? 'next leads back to a page that was read before' : url;
};

/**
 * Follows `next` from an address until the head, and a little beyond it.
 * @param onPage gets each page; nothing keeps it afterwards
 */
export const walkChain = async (
  run: Run,
  start: string,
  options: {
    readonly origin: string;
    readonly reachedBy: 'start' | 'template';
    readonly pagesMax: number;
    /** It is read whole, unless it takes more than this says. */
    readonly isTooLong?: () => boolean;
    readonly onPage: (page: SeenPage) => void;
  },
): Promise<ChainEnd> => {
  const asked = new Set<string>();
  let url = start;
  let before: PageSummary | undefined;
  let behindHead: number | undefined;
  for (let pages = 0; ; pages++) {
    const isBehind = behindHead !== undefined;
    if (behindHead !== undefined && behindHead >= evidenceLimits.pagesBehindHead) return { how: 'head' };
    if (!isBehind && options.isTooLong?.() === true) return { how: 'too-long' };
    if (!isBehind && pages >= options.pagesMax) return { how: options.isTooLong === undefined ? 'enough' : 'too-long' };
    const page = await askPage(run, url, {
      origin: options.origin,
      reachedBy: before === undefined ? options.reachedBy : 'next',
      passing: true,
      ...(before === undefined ? {} : { before }),
    });
    if (isChainEnd(page)) return page;
    asked.add(page.exchange.url);
    options.onPage(page);
    before = page.summary;
    const isSelf = before.next === page.exchange.url;
    if (isSelf || before.entries === 0) return { how: 'head' };
    if (isBehind || before.hasCheckpoint) behindHead = (behindHead ?? -1) + 1;
    const next = nextAddress(run, before, asked);
    if (typeof next === 'string') return { how: 'no-next', page: before, words: next };
    url = next.href;
  }
};
