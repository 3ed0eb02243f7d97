import { feedPageQuads, type FeedPageFrame, writeFeedItem, writeFeedPage } from '@openstraat/spec';
import { mediaTypes } from '../../http/media-types.ts';
import type { LogEntry } from '../../log/change-log.ts';
import { withOrigin } from '../../log/stored-text.ts';

/** The representations of the feed, the preferred one first. */
export const feedMediaTypes = [mediaTypes.json, mediaTypes.jsonLd, mediaTypes.nQuads] as const;
export type FeedMediaType = (typeof feedMediaTypes)[number];

/** An entry, and where its thing lives on when it is gone. */
export interface PageEntry extends LogEntry {
  readonly movedTo?: string | undefined;
}

const writeJson = (frame: FeedPageFrame, entries: readonly PageEntry[]): string => {
  const items = entries.map(({ kind, id, position, text, movedTo }) =>
    writeFeedItem(frame.origin, { kind, id, position, dataText: text, movedTo }),
  );
  // The texts are joined as they are stored: one pass over the page puts the origin into all of them.
  return withOrigin(writeFeedPage(frame, items), frame.origin);
};

/** Writes a page of the feed in one of its representations. */
export const writePage = (
  type: FeedMediaType,
  frame: Omit<FeedPageFrame, 'withContext'>,
  entries: readonly PageEntry[],
): string => {
  const text = writeJson({ ...frame, withContext: type === mediaTypes.jsonLd }, entries);
  return type === mediaTypes.nQuads ? feedPageQuads(JSON.parse(text) as Parameters<typeof feedPageQuads>[0]) : text;
};
