import { type Kind, kindModels, type ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';

/** The most addresses in one file (sitemaps.org). */
export const sitemapUrlsMax = 50_000;
/** Ids read at a time. */
const idsRead = 5_000;

/** What search engines should read; offers and sources stand on the pages of these. */
const sitemapKinds = ['Place', 'Product', 'Service', 'Event', 'ParcelPoint', 'Area'] as const satisfies readonly Kind[];

/** Where a file of the sitemap begins: behind an id, within a kind. */
export interface SitemapPart {
  readonly kindIndex: number;
  readonly after: ThingId | undefined;
}

/** Walks the ids of a sitemap from a point on, a read at a time. */
async function* walkIds(
  log: ChangeLogReader,
  from: SitemapPart,
): AsyncGenerator<{ readonly kindIndex: number; readonly ids: readonly ThingId[] }> {
  let after = from.after;
  for (let kindIndex = from.kindIndex; kindIndex < sitemapKinds.length; kindIndex++) {
    const kind = sitemapKinds[kindIndex];
    if (kind === undefined) return;
    let ids: readonly ThingId[];
    do {
      ids = await log.ids(`/${kindModels[kind].path}/`, { limit: idsRead, ...(after === undefined ? {} : { after }) });
      if (ids.length > 0) yield { kindIndex, ids };
      after = ids.at(-1) ?? after;
    } while (ids.length === idsRead);
    after = undefined;
  }
}

/**
 * Finds where each file of the sitemap begins, without keeping the ids.
 * @param urlsMax addresses in a file
 */
export const planSitemap = async (
  log: ChangeLogReader,
  urlsMax: number = sitemapUrlsMax,
): Promise<readonly SitemapPart[]> => {
  const parts: SitemapPart[] = [{ kindIndex: 0, after: undefined }];
  let count = 0;
  let last: SitemapPart = { kindIndex: 0, after: undefined };
  for await (const { kindIndex, ids } of walkIds(log, { kindIndex: 0, after: undefined })) {
    for (const id of ids) {
      if (count === urlsMax) {
        parts.push(last.kindIndex === kindIndex ? last : { kindIndex, after: undefined });
        count = 0;
      }
      count++;
      last = { kindIndex, after: id };
    }
  }
  return parts;
};

/** The ids of one file, from where it begins. */
export async function* sitemapIds(
  log: ChangeLogReader,
  part: SitemapPart,
  urlsMax: number = sitemapUrlsMax,
): AsyncGenerator<readonly ThingId[]> {
  let left = urlsMax;
  for await (const { ids } of walkIds(log, part)) {
    yield ids.slice(0, left);
    left -= ids.length;
    if (left <= 0) return;
  }
}
