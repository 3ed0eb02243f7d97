import type { Federation } from '@fedify/fedify';
import { Create, Note } from '@fedify/vocab';
import type { ReceiveActivity } from '../inbox/inbox-tools.ts';
import type { FederationParts } from '../parts.ts';
import { AnnouncementStore } from './announce/announcement-store.ts';
import { createAnnouncer } from './announce/create-announcer.ts';
import { createPosts } from './create-posts.ts';
import { postLimits } from './limits.ts';
import type { Posts } from './posts.ts';
import { PostStore } from './post-store.ts';
import { createReplyReceiver } from './replies/receive-replies.ts';
import { ReplyStore } from './replies/reply-store.ts';
import { createPostCourier } from './send-post.ts';
import { writeActivity, writeNote, writeTombstone } from './write-note.ts';

/** Posts, and what their addresses answer beside Fedify. */
export interface RegisteredPosts extends AsyncDisposable {
  readonly posts: Posts;
  /** What others say of them, and to the actors. */
  readonly replies: ReplyStore;
  /** Takes it. */
  readonly receive: ReceiveActivity;
  /** Starts to send what waits for its time, and to tell what is new at places. */
  start(): void;
  /** Answers for a deleted post with what stays of it: 410; undefined for every other address. */
  gone(request: Request): Promise<Response | undefined>;
  /** The page for people of a post's address, as a path; undefined for every other address, and where there is no such post. */
  pageAt(path: string): Promise<string | undefined>;
  /** How many posts stand in outboxes; 0 until they were counted. */
  count(): number;
}

/** Cursor of an outbox's first page. */
const newest = 'newest';

const postIdOf = (path: string): string | undefined => /^\/posts\/([a-z0-9]{1,40})$/.exec(path)?.[1];

/** What posts are made with. */
export type PostsParts = Pick<
  FederationParts,
  'settings' | 'log' | 'store' | 'followers' | 'clock' | 'random' | 'logger'
> & {
  readonly actors: Pick<FederationParts['actors'], 'get' | 'list' | 'ofPlace'>;
};

/** Lets posts and outboxes be read, and makes what writes them. */
export const registerPosts = (federation: Federation<void>, parts: PostsParts): RegisteredPosts => {
  const { settings, actors, followers, clock, random, logger } = parts;
  const { origin } = settings;
  const store = new PostStore(parts.store.tables);

  federation.setObjectDispatcher(Note, '/posts/{id}', async (context, { id }) => {
    const post = await store.get(id);
    const isThere = post?.state === 'published' && actors.get(post.identifier) !== undefined;
    return isThere ? writeNote(context, post, origin) : null;
  });

  federation
    .setOutboxDispatcher('/actors/{identifier}/outbox', async (context, identifier, cursor) => {
      if (actors.get(identifier) === undefined) return null;
      const page = await store.outbox(identifier, {
        after: cursor === newest ? undefined : (cursor ?? undefined),
        limit: postLimits.pageItems,
      });
      return {
        items: page.posts
          .map((post) => writeActivity(context, post, 'create', origin))
          .filter((one) => one instanceof Create),
        nextCursor: page.next ?? null,
      };
    })
    .setFirstCursor((_context, identifier) => (actors.get(identifier) === undefined ? null : newest))
    .setCounter((_context, identifier) =>
      actors.get(identifier) === undefined ? null : store.outboxCount(identifier),
    );

  const posts = createPosts({
    store,
    actors,
    courier: createPostCourier(federation, { followers, origin }),
    clock,
    random,
    onError: (error) => logger.error({ err: error }, 'a post could not be sent; it is tried again'),
  });

  const countAll = async (): Promise<void> => {
    for (const { identifier } of actors.list()) await store.outboxCount(identifier);
  };
  // Nobody waits for it: until it is done the node says that it has none.
  void countAll().catch((error: unknown) => logger.error({ err: error }, 'posts could not be counted'));

  const announcer = createAnnouncer({
    log: parts.log,
    actors,
    posts,
    store: new AnnouncementStore(parts.store.tables),
    settings,
    clock,
    onError: (error) => logger.error({ err: error }, 'what is new at a place could not be told; it is tried again'),
  });

  const postAt = async (path: string) => {
    const id = postIdOf(path);
    return id === undefined ? undefined : store.get(id);
  };

  const replies = new ReplyStore(parts.store.tables);

  return {
    posts,
    replies,
    receive: createReplyReceiver({ store: replies, posts: store, actors, clock }),
    start() {
      posts.start();
      announcer.start();
    },
    async [Symbol.asyncDispose]() {
      await announcer[Symbol.asyncDispose]();
      await posts[Symbol.asyncDispose]();
    },
    async gone(request) {
      const post = await postAt(new URL(request.url).pathname);
      if (post?.state !== 'deleted') return undefined;
      const context = federation.createContext(new URL(origin), undefined);
      const body = JSON.stringify(await writeTombstone(context, post).toJsonLd(context));
      return new Response(body, {
        status: 410,
        headers: { 'Content-Type': 'application/activity+json', Vary: 'Accept' },
      });
    },
    async pageAt(path) {
      const post = await postAt(path);
      return post?.state === 'published' ? post.page : undefined;
    },
    count: () => store.knownCount(),
  };
};
