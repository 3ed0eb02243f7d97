import type { Federation } from '@fedify/fedify';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { SentFollows } from '../courier/sent-follows.ts';
import { createFindNodeOf } from '../followers/find-node-of.ts';
import { registerFollowers } from '../followers/register-followers.ts';
import type { FederationParts } from '../parts.ts';
import { createInbox, type Inbox } from './create-inbox.ts';
import { bundledContexts } from './document-loaders.ts';
import type { InboxOutcome } from '../../http/metrics.ts';
import type { InboxTools } from './inbox-tools.ts';
import { createKeyCache } from './key-cache.ts';
import { inboxLimits } from './limits.ts';
import { forgetFollower } from './on-delete.ts';
import { noticedOrigin } from './on-update.ts';
import type { Envelope } from './read-envelope.ts';
import { heardTypes, registerInbox } from './register-inbox.ts';
import { FetchError } from '@fedify/vocab-runtime';

/** What the inboxes of a node are made with. */
export interface OpenInboxOptions extends FederationParts, Pick<InboxTools, 'blocks' | 'followed' | 'receive'> {
  readonly sentFollows: Pick<SentFollows, 'get'>;
  readonly countInbox: (outcome: InboxOutcome) => void;
}

const goneStatuses: ReadonlySet<number> = new Set([404, 410]);

/** Registers the inboxes and the collections of followers with Fedify, and puts the guard before them. */
export const openInbox = (federation: Federation<void>, options: OpenInboxOptions): Inbox => {
  const { settings, store, fetcher, clock, actors, followers, blocks, followed, sentFollows } = options;
  const tools: InboxTools = {
    ...options,
    findNodeOf: createFindNodeOf(fetcher, clock),
    sentFollow: (actor) => sentFollows.get(actor),
  };
  registerInbox(federation, tools);
  registerFollowers(federation, tools);

  const documentLoader = () =>
    federation.createContext(new URL(settings.origin), undefined).getDocumentLoader({ identifier: nodeIdentifier });

  /** Whether the host of somebody says that there is no such actor. */
  const isGone = async (actor: string): Promise<boolean> => {
    try {
      await (
        await documentLoader()
      )(actor);
      return false;
    } catch (error) {
      return error instanceof FetchError && goneStatuses.has(error.response?.status ?? 0);
    }
  };

  const isIgnored = async ({ type, actor, object, objectType }: Envelope): Promise<boolean> => {
    if (!heardTypes.includes(type)) return true;
    const isNotice = type === 'Update' && objectType === 'Collection';
    return isNotice && (await noticedOrigin(actor, object, followed())) === undefined;
  };

  return createInbox({
    origin: settings.origin,
    kv: store.kv,
    clock,
    keyCache: createKeyCache(store.kv, { keyMs: inboxLimits.keyMs, loader: bundledContexts }),
    documentLoader,
    contextLoader: bundledContexts,
    hasActor: (identifier) => actors.get(identifier) !== undefined,
    isBlocked: (hostname) => blocks.isBlocked(hostname),
    isIgnored,
    // Only somebody who is known is looked up: others have nothing here to forget.
    onGone: async (actor) => {
      if ((await followers.followedBy(actor)).length > 0 && (await isGone(actor))) await forgetFollower(actor, tools);
    },
    count: options.countInbox,
  });
};
