import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { AnsweredExchange } from '../fetching/exchange.ts';
import { htmlLimits } from './limits.ts';
import { HtmlPage } from './html-page.ts';

class TooMuchHtml extends Error {}

/** Builds the tree as usual, and gives up on pages that are made to keep a parser busy. */
const boundedTree = (): typeof defaultTreeAdapter => {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...parts): DefaultTreeAdapterTypes.Element {
      if (++elements > htmlLimits.elementsMax) throw new TooMuchHtml();
      return defaultTreeAdapter.createElement(...parts);
    },
    onItemPush(): void {
      if (++depth > htmlLimits.depthMax) throw new TooMuchHtml();
    },
    onItemPop(): void {
      depth -= 1;
    },
  };
};

/**
 * Reads an answer as HTML, in UTF-8 and without running scripts.
 * @returns undefined when it is not status 200, not text/html, or more than the suite reads
 */
export const readHtml = (exchange: AnsweredExchange): HtmlPage | undefined => {
  const { status, headers, body } = exchange.answer;
  if (status !== 200 || !/^text\/html\b/i.test(headers.get('content-type') ?? '')) return undefined;
  if (body.length > htmlLimits.bytesMax) return undefined;
  const source = body.toString('utf8');
  try {
    const document = parse(source, {
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
      treeAdapter: boundedTree(),
    });
    return new HtmlPage(exchange, source, document);
  } catch (error) {
    if (error instanceof TooMuchHtml) return undefined;
    throw error;
  }
};
