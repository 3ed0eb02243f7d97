import type { Federation } from '@fedify/fedify';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { SentFollows } from '../courier/sent-follows.ts';
import { createFindNodeOf } from '../followers/find-node-of.ts';
import { registerFollowers } from '../followers/register-followers.ts';
import type { FederationParts } from '../parts.ts';
import type { ReplyStore } from '../posts/replies/reply-store.ts';
import { createInbox, type Inbox } from './create-inbox.ts';
import type { KeyFinder } from './find-key.ts';
import type { InboxOutcome } from '../../http/metrics.ts';
import type { InboxTools } from './inbox-tools.ts';
import { forgetFollower } from './on-delete.ts';
import { noticedOrigin } from './on-update.ts';
import type { Envelope } from './read-envelope.ts';
import { heardTypes, registerInbox } from './register-inbox.ts';
import { FetchError } from '@fedify/vocab-runtime';

/** What the inboxes of a node are made with. */
export interface OpenInboxOptions extends FederationParts, Pick<InboxTools, 'blocks' | 'followed' | 'receive'> {
  readonly sentFollows: Pick<SentFollows, 'get'>;
  readonly replies: Pick<ReplyStore, 'has' | 'removeSender'>;
  /** Those of the actors that write. */
  readonly senderKeys: KeyFinder;
  readonly countInbox: (outcome: InboxOutcome) => void;
}

/** Registers the inboxes and the collections of followers with Fedify, and puts the guard before them. */
export const openInbox = (federation: Federation<void>, options: OpenInboxOptions): Inbox => {
  const { settings, store, fetcher, clock, actors, followers, blocks, followed, sentFollows, replies, senderKeys } =
    options;
  const tools: InboxTools = {
    ...options,
    findNodeOf: createFindNodeOf(fetcher, clock),
    sentFollow: async (actor) => (await sentFollows.get(actor))?.id,
  };
  registerInbox(federation, tools);
  registerFollowers(federation, tools);

  /** Whether the host of somebody says that there is no such actor any more. A 404 is also what a host answers that is being set up anew. */
  const isGone = async (actor: string): Promise<boolean> => {
    const context = federation.createContext(new URL(settings.origin), undefined);
    const load = await context.getDocumentLoader({ identifier: nodeIdentifier });
    try {
      await load(actor);
      return false;
    } catch (error) {
      return error instanceof FetchError && error.response?.status === 410;
    }
  };

  const isKnown = async (actor: string): Promise<boolean> =>
    (await followers.followedBy(actor)).length > 0 ||
    (await replies.has(actor)) ||
    followed()?.originOfActor(actor) !== undefined;

  const isIgnored = async ({ type, actor, object, objectType }: Envelope): Promise<boolean> => {
    if (!heardTypes.includes(type)) return true;
    const isNotice = type === 'Update' && objectType === 'Collection';
    return isNotice && noticedOrigin(actor, object, followed()) === undefined;
  };

  return createInbox({
    origin: settings.origin,
    kv: store.kv,
    clock,
    keys: senderKeys,
    hasActor: (identifier) => actors.get(identifier) !== undefined,
    isBlocked: (hostname) => blocks.isBlocked(hostname),
    isIgnored,
    isKnown,
    async onGone(actor) {
      if (!(await isGone(actor))) return false;
      await forgetFollower(actor, tools);
      await replies.removeSender(actor);
      return true;
    },
    count: options.countInbox,
  });
};
