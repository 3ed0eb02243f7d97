import { isThingId } from '@openstraat/spec';
import type { Logger } from 'pino';
import type { DataFolder } from '../config/data-folder.ts';
import type { NodeSettings } from '../config/settings.ts';
import { type ActorKeys, openActorKeys } from '../federation/actors/actor-keys.ts';
import { type LocalActors, nodeIdentifier } from '../federation/actors/local-actor.ts';
import { openLocalActors } from '../federation/actors/open-local-actors.ts';
import type { ActivityPub, ActivityPubParts } from '../federation/activitypub.ts';
import type { Followers } from '../federation/followers/follower.ts';
import { openFollowers } from '../federation/followers/open-followers.ts';
import type { FollowCourier } from '../federation/following/follow-courier.ts';
import { PostStore } from '../federation/posts/post-store.ts';
import { readNews } from '../federation/posts/read-news.ts';
import { createReadableReplies } from '../federation/posts/replies/readable-replies.ts';
import { ReplyStore } from '../federation/posts/replies/reply-store.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { ActivityPubFace } from '../output/activitypub/activity-pub-face.ts';
import { openingHoursWords } from '../output/html/opening-hours-words.ts';
import type { News } from '../output/news.ts';

/** What opens the ActivityPub side of a node. */
export interface OpenActivityPubOptions extends Pick<
  ActivityPubParts,
  'store' | 'blocks' | 'fetcher' | 'followed' | 'countInbox'
> {
  readonly folder: DataFolder;
  readonly settings: NodeSettings;
  readonly log: ChangeLogReader;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The ActivityPub side of a node: what is light is there at once, the rest when somebody asks for it. */
export interface NodeActivityPub extends AsyncDisposable {
  readonly actors: LocalActors;
  readonly followers: Followers;
  readonly keys: ActorKeys;
  /** Asks other nodes for notices: what is asked goes out once the node is started. */
  readonly courier: FollowCourier;
  /**
   * All of it; loaded by the first who asks.
   * @throws {Fault} `internal` once it is disposed of
   */
  get(): Promise<ActivityPub>;
  /** What the web side asks of it. */
  readonly face: ActivityPubFace;
  /** What the pages show of what actors say. */
  readonly news: News;
  /** Starts to send and to work through what was received, once loaded. */
  start(): void;
}

/**
 * Opens actors, their keys and their followers. Fedify takes half a second and 60 MB: a command that opens the node for something else does without.
 * @throws {Fault} `settings-invalid` when others can read the keys, or a place has the node's name; `store-corrupt`
 */
export const openActivityPub = async (options: OpenActivityPubOptions): Promise<NodeActivityPub> => {
  const { folder, settings, store, clock, logger } = options;
  const actors = await openLocalActors({ tables: store.tables, settings, clock });
  const keys = await openActorKeys(folder.actorKeys, clock);
  const followers = await openFollowers(store.tables);
  let loading: Promise<ActivityPub> | undefined;
  let isClosed = false;

  const load = async (): Promise<ActivityPub> => {
    const { createActivityPub } = await import('../federation/activitypub.ts');
    return createActivityPub({
      ...options,
      keys,
      actors,
      followers,
      random: Math.random,
      hoursInWords: openingHoursWords,
    });
  };
  const get = async (): Promise<ActivityPub> => {
    // The store closes next, and what is opened now would still write to it.
    if (isClosed) throw new Fault('internal', 'The node is stopping: ask again when it runs.');
    return (loading ??= load());
  };

  // They only read here: what writes is loaded with the rest.
  const posts = new PostStore(store.tables);
  const replies = createReadableReplies({
    replies: new ReplyStore(store.tables),
    posts,
    actors,
    blocks: options.blocks,
  });

  return {
    actors,
    followers,
    keys,
    courier: {
      resolveHandle: async (handle) => (await get()).courier.resolveHandle(handle),
      follow: async (peer, signal) => (await get()).courier.follow(peer, signal),
      unfollow: async (peer) => (await get()).courier.unfollow(peer),
    },
    get,
    face: {
      answer: async (request, asker) => (await get()).answer(request, asker),
      mayRead: async (request) => (await get()).mayRead(request),
      pageAt: async (path) => (await get()).pageAt(path),
      describeResource: async (resource) => (await get()).describeResource(resource),
      nodeInfo: {
        links: async () => (await get()).nodeInfo.links(),
        document: async () => (await get()).nodeInfo.document(),
      },
    },
    news: {
      latest(path) {
        const actor = path === '/' ? actors.get(nodeIdentifier) : isThingId(path) ? actors.ofPlace(path) : undefined;
        return readNews(actor, { posts, replies });
      },
    },
    start() {
      get()
        .then((activityPub) => activityPub.start())
        .catch((error: unknown) => logger.error({ err: error }, 'the node speaks no ActivityPub'));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await (await loading?.catch(() => undefined))?.[Symbol.asyncDispose]();
    },
  };
};
