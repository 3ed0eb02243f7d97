import type { FeedHead } from '@openstraat/spec';
import type { Clock } from '../../model/clock.ts';
import type { FeedStart } from './feed-start.ts';
import { feedLimits } from './limits.ts';
import type { MadePage, PageMaker } from './make-page.ts';
import type { FeedMediaType } from './write-page.ts';

/** Pages that readers on a walk will ask for next, made while they still read the page before. */
export interface PagesAhead {
  /** The page made ahead; undefined when there is none, or the log has changed since. */
  take(start: FeedStart, type: FeedMediaType): Promise<MadePage | undefined>;
  /** Begins to make a page, if there is room. */
  prepare(start: FeedStart, type: FeedMediaType): void;
}

interface PageAhead {
  readonly page: Promise<MadePage | undefined>;
  readonly sinceMs: number;
}

const isSameInstant = (one: FeedHead, other: FeedHead): boolean =>
  one.epoch === other.epoch && one.position === other.position && one.droppedTombstone === other.droppedTombstone;

const keyOf = (start: FeedStart, type: FeedMediaType): string => `${type} ${start.path}`;

/** @param head the log's present head */
export const createPagesAhead = (make: PageMaker, head: () => FeedHead, clock: Clock): PagesAhead => {
  const pages = new Map<string, PageAhead>();

  const makeWhole = async (start: FeedStart, type: FeedMediaType): Promise<MadePage | undefined> => {
    const page = await make(start, type);
    // A page that reaches the head carries a checkpoint, which is only signed for one who asks.
    if (page.goesOn === undefined) return undefined;
    const text = await page.body();
    return text.length > feedLimits.pageAheadCharactersMax ? undefined : { ...page, body: () => text };
  };

  const dropForgotten = (): void => {
    for (const [key, { sinceMs }] of pages) if (clock.now() - sinceMs > feedLimits.pageAheadMs) pages.delete(key);
  };

  return {
    async take(start, type) {
      const key = keyOf(start, type);
      const ahead = pages.get(key);
      if (ahead === undefined) return undefined;
      pages.delete(key);
      const page = await ahead.page;
      return page !== undefined && isSameInstant(page.head, head()) ? page : undefined;
    },
    prepare(start, type) {
      const key = keyOf(start, type);
      if (pages.has(key)) return;
      if (pages.size >= feedLimits.pagesAheadMax) dropForgotten();
      if (pages.size >= feedLimits.pagesAheadMax) return;
      // What goes wrong here goes wrong again for the reader who asks, and is told then.
      const page = makeWhole(start, type).catch(() => undefined);
      pages.set(key, { page, sinceMs: clock.now() });
    },
  };
};
