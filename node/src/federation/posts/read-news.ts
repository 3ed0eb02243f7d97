import type { NewsItem } from '../../model/news.ts';
import type { LocalActor } from '../actors/local-actor.ts';
import { postLimits } from './limits.ts';
import type { Post } from './post.ts';
import type { PostStore } from './post-store.ts';
import type { ReadableReplies } from './replies/readable-replies.ts';

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();

const newsItem = async (post: Post, replies: Pick<ReadableReplies, 'of'>): Promise<NewsItem> => ({
  id: post.id,
  text: post.text,
  language: post.language,
  ...(post.link === undefined ? {} : { link: post.link }),
  pictures: post.pictures,
  published: moment(post.publishedMs),
  ...(post.updatedMs === undefined ? {} : { updated: moment(post.updatedMs) }),
  replies: (await replies.of(post.id)).map(({ shown, sender, address, text, atMs }) => ({
    author: shown.author,
    sender,
    address,
    text,
    received: moment(atMs),
  })),
});

/** The latest posts of an actor, newest first, with what is shown beneath; nothing where there is no actor, or one that has moved. */
export const readNews = async (
  actor: LocalActor | undefined,
  { posts, replies }: { readonly posts: Pick<PostStore, 'outbox'>; readonly replies: Pick<ReadableReplies, 'of'> },
): Promise<readonly NewsItem[]> => {
  if (actor === undefined || actor.movedTo !== undefined) return [];
  const { newsItems, newsLookedThrough } = postLimits;
  const found: Post[] = [];
  let after: string | undefined;
  for (let seen = 0; seen < newsLookedThrough; seen += newsItems) {
    const page = await posts.outbox(actor.identifier, { after, limit: newsItems });
    // What is said to one of many is no news.
    found.push(...page.posts.filter(({ answers }) => answers === undefined));
    after = page.next;
    if (after === undefined || found.length >= newsItems) break;
  }
  return Promise.all(found.slice(0, newsItems).map((post) => newsItem(post, replies)));
};
