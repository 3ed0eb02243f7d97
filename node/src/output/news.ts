import type { NewsItem } from '../model/news.ts';

/** What actors of the node say. */
export interface News {
  /** The latest of what speaks for a path, newest first: a place, or the node at `/`. */
  latest(path: string): Promise<readonly NewsItem[]>;
}

/** A node that says nothing. */
export const noNews: News = { latest: async () => [] };
