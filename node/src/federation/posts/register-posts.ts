import type { Federation } from '@fedify/fedify';
import { Create, Note, OrderedCollection } from '@fedify/vocab';
import type { Blocks } from '../blocks/block.ts';
import type { ReceiveActivity } from '../inbox/inbox-tools.ts';
import type { ReadActor } from '../moving/check-link.ts';
import type { FederationParts } from '../parts.ts';
import { AnnouncementStore } from './announce/announcement-store.ts';
import { createAnnouncer } from './announce/create-announcer.ts';
import { createPosts } from './create-posts.ts';
import { postLimits } from './limits.ts';
import { isPrivate, type Post } from './post.ts';
import type { Posts } from './posts.ts';
import { isOutboxCursor, PostStore } from './post-store.ts';
import { createModeration, type Moderation } from './replies/moderate-replies.ts';
import { createReadableReplies } from './replies/readable-replies.ts';
import { createReplyReceiver } from './replies/receive-replies.ts';
import { ReplyStore } from './replies/reply-store.ts';
import { createPostCourier } from './send-post.ts';
import { writeActivity, writeNote, writeReplies, writeTombstone } from './write-note.ts';

/** Posts, and what their addresses answer beside Fedify. */
export interface RegisteredPosts extends AsyncDisposable {
  readonly posts: Posts;
  /** What others say of them, and to the actors. */
  readonly replies: ReplyStore;
  /** What the operator lets everybody read of it. */
  readonly moderation: Moderation;
  /** Takes it. */
  readonly receive: ReceiveActivity;
  /** Starts to send what waits for its time, and to tell what is new at places. */
  start(): void;
  /** Answers for a deleted post with what stays of it: 410; undefined for every other address. */
  gone(request: Request): Promise<Response | undefined>;
  /** The page for people of a post's address, as a path; undefined for every other address, and where there is no such post. */
  pageAt(path: string): Promise<string | undefined>;
  /** How many posts stand in outboxes; 0 until they were counted, once it is started. */
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
  readonly blocks: Pick<Blocks, 'isBlocked'>;
  /** Reads an actor of another server; stops where it is told to, if it can. */
  readonly readActor: ReadActor;
};

/** Lets posts and outboxes be read, and makes what writes them. */
export const registerPosts = (federation: Federation<void>, parts: PostsParts): RegisteredPosts => {
  const { settings, actors, blocks, followers, clock, random, logger, readActor } = parts;
  const { origin } = settings;
  const store = new PostStore(parts.store.tables);

  const replies = new ReplyStore(parts.store.tables);
  const surroundings = { replies, posts: store, actors, blocks };
  const readable = createReadableReplies(surroundings);

  const published = async (id: string): Promise<Post | undefined> => {
    const post = await store.get(id);
    return post?.state === 'published' && !isPrivate(post) && actors.get(post.identifier) !== undefined
      ? post
      : undefined;
  };

  federation.setObjectDispatcher(Note, '/posts/{id}', async (context, { id }) => {
    const post = await published(id);
    return post === undefined ? null : writeNote(context, post, origin);
  });

  federation.setObjectDispatcher(OrderedCollection, '/posts/{id}/replies', async (context, { id }) => {
    if ((await published(id)) === undefined) return null;
    const addresses = (await readable.of(id)).map(({ address }) => address);
    return writeReplies(context, id, addresses);
  });

  federation
    .setOutboxDispatcher('/actors/{identifier}/outbox', async (context, identifier, cursor) => {
      if (actors.get(identifier) === undefined) return null;
      if (cursor !== null && cursor !== newest && !isOutboxCursor(cursor)) return null;
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

  let isClosed = false;
  let counted: Promise<void> | undefined;
  const countAll = async (): Promise<void> => {
    for (const { identifier } of actors.list()) {
      if (isClosed) return;
      await store.outboxCount(identifier);
    }
  };

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

  return {
    posts,
    replies,
    moderation: createModeration({ ...surroundings, readable: readable, readActor }),
    receive: createReplyReceiver({
      store: replies,
      posts: store,
      actors,
      clock,
      blocks,
      followers,
      handleOf: async (sender, signal) => (await readActor(sender, signal).catch(() => undefined))?.handle,
    }),
    start() {
      // Nobody waits for it but who closes the store: until it is done the node says that it has none.
      counted ??= countAll().catch((error: unknown) => logger.error({ err: error }, 'posts could not be counted'));
      posts.start();
      announcer.start();
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await counted;
      await announcer[Symbol.asyncDispose]();
      await posts[Symbol.asyncDispose]();
    },
    async gone(request) {
      const post = await postAt(new URL(request.url).pathname);
      if (post?.state !== 'deleted' || isPrivate(post)) return undefined;
      const context = federation.createContext(new URL(origin), undefined);
      const body = JSON.stringify(await writeTombstone(context, post).toJsonLd(context));
      return new Response(body, {
        status: 410,
        headers: { 'Content-Type': 'application/activity+json', Vary: 'Accept' },
      });
    },
    async pageAt(path) {
      // People who come for the replies to a post find them beneath it.
      const post = await postAt(path.replace(/\/replies$/, ''));
      return post?.state === 'published' && !isPrivate(post) ? post.page : undefined;
    },
    count: () => store.knownCount(),
  };
};
