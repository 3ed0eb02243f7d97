import { createFederation, type Federation } from '@fedify/fedify';
import { identifierInPath } from './actors/actor-addresses.ts';
import type { HoursInWords } from './actors/actor-profile.ts';
import { type AuthorisedReader, createAuthorisedReader } from './actors/authorised-reader.ts';
import { type LocalActors, nodeIdentifier } from './actors/local-actor.ts';
import { nodeInfo, nodeInfoLinks } from './actors/node-info.ts';
import { registerActors } from './actors/register-actors.ts';
import { type ActorTeller, createActorTeller } from './actors/tell-followers.ts';
import { watchProfiles } from './actors/watch-profiles.ts';
import { describeResource, pageOfActor, type ResourceDescriptor } from './actors/web-finger.ts';
import type { Blocks } from './blocks/block.ts';
import { createCourier } from './courier/create-courier.ts';
import { deliveryOptions } from './courier/delivery-options.ts';
import { createSentFollows } from './courier/sent-follows.ts';
import { answerFollow } from './followers/answer-follow.ts';
import type { Follower, Followers } from './followers/follower.ts';
import type { FollowCourier } from './following/follow-courier.ts';
import type { InboxOutcome } from '../http/metrics.ts';
import type { FollowedNodes } from './inbox/inbox-tools.ts';
import { createKeyFinder } from './inbox/find-key.ts';
import { openInbox } from './inbox/open-inbox.ts';
import { bundledContexts } from './inbox/document-loaders.ts';
import { readRemoteActor } from './inbox/remote-actor.ts';
import type { ReadActor } from './moving/check-link.ts';
import type { Notices } from './notices/create-notices.ts';
import { openNotices } from './notices/open-notices.ts';
import type { FederationParts } from './parts.ts';
import { withPlainForm } from './plain-form.ts';
import type { Posts } from './posts/posts.ts';
import { registerPosts } from './posts/register-posts.ts';
import type { Moderation } from './posts/replies/moderate-replies.ts';
import type { ReplyStore } from './posts/replies/reply-store.ts';

/** Who sent a request, for counting alone; undefined where it can't be told. */
export interface Asker {
  readonly client: string | undefined;
}

/** The ActivityPub side of a node. */
export interface ActivityPub extends AsyncDisposable {
  readonly federation: Federation<void>;
  readonly actors: LocalActors;
  readonly followers: Followers;
  readonly posts: Posts;
  /** What others say of them. */
  readonly replies: ReplyStore;
  /** What the operator lets everybody read of that. */
  readonly moderation: Moderation;
  /** Tells followers what became of an actor itself. */
  readonly teller: ActorTeller;
  /** Reads an actor of another server, in the node's name where it asks who reads. */
  readonly readActor: ReadActor;
  /** Asks other nodes for notices. */
  readonly courier: FollowCourier;
  /** Tells nodes that follow of changes. */
  readonly notices: Notices;
  /** Tells somebody what the operator says to their wish to follow. */
  answerFollower(identifier: string, follower: Follower, answer: 'accepted' | 'rejected'): Promise<void>;
  /** Starts to send and to work through what was received. */
  start(): void;
  /**
   * Answers a request for a document of ActivityPub, or one that brings an activity.
   * @param request with the public address of the node, whatever it listens on
   * @returns undefined when nothing stands there
   */
  answer(request: Request, asker: Asker): Promise<Response | undefined>;
  /** Whether a look-up is signed; always true where the operator does not ask for it. */
  mayRead: AuthorisedReader;
  /** What people are led to from an address of ActivityPub; undefined when nothing stands there. */
  pageAt(path: string): Promise<string | undefined>;
  /** WebFinger: an account or an address; undefined when it is none of this node's. */
  describeResource(resource: string): ResourceDescriptor | undefined;
  /** The documents of NodeInfo. */
  readonly nodeInfo: { links(): object; document(): object };
}

/** What the ActivityPub side of a node is made with. */
export interface ActivityPubParts extends FederationParts {
  readonly blocks: Blocks;
  /** What this node follows; undefined as long as that is not known. */
  readonly followed: () => FollowedNodes | undefined;
  readonly countInbox: (outcome: InboxOutcome) => void;
  readonly hoursInWords: HoursInWords;
}

/**
 * Puts all parts of federation behind one Fedify, which takes half a second to load: who opens a node loads this file when it is needed.
 * The store stays open until after this was disposed.
 * @param make makes the Fedify: another one writes down what is registered
 */
export const createActivityPub = (
  parts: ActivityPubParts,
  make: typeof createFederation = createFederation,
): ActivityPub => {
  const { settings, store, actors, followers, logger } = parts;
  const { origin } = settings;
  const federation: Federation<void> = make<void>(deliveryOptions(parts));
  registerActors(federation, parts);
  const readActor: ReadActor = async (address, signal) => {
    const context = federation.createContext(new URL(origin), undefined);
    const load = await context.getDocumentLoader({ identifier: nodeIdentifier });
    const documentLoader: typeof load = (url, options) =>
      load(url, { ...options, ...(signal === undefined ? {} : { signal }) });
    return readRemoteActor(address, { documentLoader, contextLoader: bundledContexts });
  };
  const registeredPosts = registerPosts(federation, { ...parts, readActor });
  const sentFollows = createSentFollows(store.tables);
  // Signed: the other side may ask the same of us.
  const senderKeys = createKeyFinder(
    async () => federation.createContext(new URL(origin), undefined).getDocumentLoader({ identifier: nodeIdentifier }),
    parts.clock,
  );
  const { receive, replies } = registeredPosts;
  const inbox = openInbox(federation, { ...parts, sentFollows, senderKeys, receive, replies });
  const notices = openNotices(federation, parts);
  const teller = createActorTeller({ federation, followers, origin, random: parts.random });
  const profiles = watchProfiles({ ...parts, tables: store.tables, teller });

  const stop = new AbortController();
  let running: Promise<void> | undefined;
  return {
    federation,
    actors,
    followers,
    posts: registeredPosts.posts,
    replies: registeredPosts.replies,
    moderation: registeredPosts.moderation,
    teller,
    readActor,
    courier: createCourier({
      federation,
      origin,
      sentFollows,
      isBlocked: (hostname) => parts.blocks.isBlocked(hostname),
    }),
    notices,
    answerFollower: (identifier, follower, answer) =>
      answerFollow(federation.createContext(new URL(origin), undefined), identifier, follower, answer),
    start() {
      running ??= federation.startQueue(undefined, { signal: stop.signal });
      running.catch((error: unknown) => logger.error({ err: error }, 'activities are no longer sent'));
      registeredPosts.start();
      profiles.start();
      notices.start();
    },
    async answer(request, { client }) {
      const taken = await inbox.receive(request, client, (activity) =>
        federation.fetch(activity, { contextData: undefined }),
      );
      if (taken !== undefined) return taken;
      // Fedify believes what it is brought: nothing reaches it but through the guard.
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
      const missing = new Response(undefined, { status: 404 });
      const found = await federation.fetch(request, {
        contextData: undefined,
        onNotFound: () => missing,
        onNotAcceptable: () => missing,
      });
      const document = found === missing ? await registeredPosts.gone(request) : found;
      return document === undefined ? undefined : withPlainForm(document);
    },
    mayRead: settings.authorisedFetch
      ? createAuthorisedReader({
          origin,
          keys: senderKeys,
          clock: parts.clock,
          isBlocked: (host) => parts.blocks.isBlocked(host),
        })
      : () => Promise.resolve(true),
    async pageAt(path) {
      const page = await registeredPosts.pageAt(path);
      if (page !== undefined) return origin + page;
      const identifier = identifierInPath(path);
      const actor = identifier === undefined ? undefined : actors.get(identifier);
      return actor === undefined ? undefined : pageOfActor(actor, origin);
    },
    describeResource: (resource) => describeResource(resource, actors, settings),
    nodeInfo: {
      links: () => nodeInfoLinks(origin),
      document: () => nodeInfo(settings, { actors: actors.list().length, posts: registeredPosts.count() }),
    },
    async [Symbol.asyncDispose]() {
      await notices[Symbol.asyncDispose]();
      await profiles[Symbol.asyncDispose]();
      await registeredPosts[Symbol.asyncDispose]();
      stop.abort();
      await running;
    },
  };
};
