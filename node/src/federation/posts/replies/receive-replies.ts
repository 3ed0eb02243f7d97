import type { Context, InboxContext } from '@fedify/fedify';
import {
  type Activity,
  Announce,
  Create,
  Delete,
  Like,
  Mention,
  Note,
  type Object as VocabularyObject,
  PUBLIC_COLLECTION,
  Tombstone,
  Undo,
  Update,
} from '@fedify/vocab';
import type { Clock } from '../../../model/clock.ts';
import type { LocalActors } from '../../actors/local-actor.ts';
import { bundledContexts } from '../../inbox/document-loaders.ts';
import type { Blocks } from '../../blocks/block.ts';
import type { Followers } from '../../followers/follower.ts';
import type { ReceiveActivity } from '../../inbox/inbox-tools.ts';
import { refuseToLoad } from '../../inbox/remote-actor.ts';
import type { PostStore } from '../post-store.ts';
import { htmlToText } from './html-to-text.ts';
import { type ReplyLimits, replyLimits } from './limits.ts';
import { nameAuthor } from './name-author.ts';
import type { Reply, Said } from './reply.ts';
import type { ReplyStore } from './reply-store.ts';

interface ReplyParts {
  readonly store: ReplyStore;
  readonly posts: Pick<PostStore, 'get'>;
  readonly actors: Pick<LocalActors, 'get'>;
  readonly clock: Clock;
  readonly blocks: Pick<Blocks, 'isBlocked'>;
  readonly followers: Pick<Followers, 'followedBy' | 'get'>;
  /** What an actor of another server is called, `name@host`; undefined where that can't be known now. */
  readonly handleOf: (sender: string, signal: AbortSignal) => Promise<string | undefined>;
  readonly limits?: ReplyLimits;
}

/** What stands within an activity, and nothing that would have to be asked for. */
const embedded = {
  crossOrigin: 'trust',
  suppressError: true,
  documentLoader: refuseToLoad,
  contextLoader: bundledContexts,
} as const;

/** What something is about. */
type About = Pick<Reply, 'identifier' | 'post'>;

/** Something said by its sender, under an address of the sender's host (FEP-fe34). */
const saidBy = async (activity: Create | Update, sender: string): Promise<VocabularyObject | undefined> => {
  const said = await activity.getObject(embedded);
  const isOwn =
    said !== null &&
    said.id?.origin === new URL(sender).origin &&
    said.attributionIds.length === 1 &&
    said.attributionId?.href === sender;
  return isOwn ? said : undefined;
};

const addressees = ({ toIds, ccIds }: Pick<VocabularyObject, 'toIds' | 'ccIds'>): readonly string[] =>
  [...toIds, ...ccIds].map(({ href }) => href);

/** Whether everybody may read it. What says itself to whom it is goes before the activity that brings it. */
const isToEverybody = (said: VocabularyObject, activity: Create | Update): boolean => {
  const own = addressees(said);
  return (own.length > 0 ? own : addressees(activity)).includes(PUBLIC_COLLECTION.href);
};

/** Takes replies, likes and boosts, and what their authors do with them later. Each may come again. */
export const createReplyReceiver = ({
  store,
  posts,
  actors,
  clock,
  blocks,
  followers,
  handleOf,
  limits = replyLimits,
}: ReplyParts): ReceiveActivity => {
  const postAt = async (context: Context<void>, address: URL | null): Promise<About | undefined> => {
    const parsed = context.parseUri(address);
    const id = parsed?.type === 'object' && parsed.class === Note ? parsed.values['id'] : undefined;
    const post = id === undefined ? undefined : await posts.get(id);
    return post?.state === 'published' && actors.get(post.identifier) !== undefined
      ? { identifier: post.identifier, post: post.id }
      : undefined;
  };

  /** The actor here that somebody names in what they say. */
  const namedIn = async (context: Context<void>, said: VocabularyObject): Promise<About | undefined> => {
    for await (const tag of said.getTags(embedded)) {
      const parsed = tag instanceof Mention ? context.parseUri(tag.href) : null;
      if (parsed?.type === 'actor' && actors.get(parsed.identifier) !== undefined)
        return { identifier: parsed.identifier, post: undefined };
    }
    return undefined;
  };

  /** A server that is slow to tell holds up what else its actors send for so long only. */
  const authorOf = async (sender: string): Promise<string> => {
    const signal = AbortSignal.timeout(limits.authorReadMsMax);
    const late = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    return nameAuthor(sender, await Promise.race([handleOf(sender, signal), late]), limits.nameCharactersMax);
  };

  /** What somebody is called who follows an actor here: that much is known. */
  const followerName = async (sender: string): Promise<string> => {
    const [identifier] = await followers.followedBy(sender);
    const follower = identifier === undefined ? undefined : await followers.get(identifier, sender);
    return nameAuthor(sender, follower?.handle, limits.nameCharactersMax);
  };

  const keep = async (reply: Omit<Reply, 'atMs'>): Promise<void> => {
    if (reply.address.length > limits.addressCharactersMax || reply.sender.length > limits.addressCharactersMax) return;
    const isNew = await store.isNew(reply);
    // Who only likes something is not asked for a name.
    const nameOf = reply.kind === 'reply' ? authorOf : followerName;
    const author = isNew ? await nameOf(reply.sender) : '';
    // The operator may have blocked its sender meanwhile.
    if (blocks.isBlocked(new URL(reply.sender).hostname)) return;
    await store.put({ ...reply, ...(author.startsWith('@') ? { author } : {}), atMs: clock.now() });
  };

  /** With the warning that its author put before it: who reads on does so knowingly. */
  const wordsOf = ({ summary, content, name }: VocabularyObject): string =>
    [summary, content ?? name]
      .map((html) => htmlToText(String(html ?? ''), limits.textCharactersMax))
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, limits.textCharactersMax);

  const readSaid = (said: VocabularyObject, activity: Create | Update): Said => ({
    text: wordsOf(said),
    isPublic: isToEverybody(said, activity),
  });

  const onCreate = async (context: InboxContext<void>, activity: Create, sender: string): Promise<void> => {
    const said = await saidBy(activity, sender);
    if (said?.id == null) return;
    const about = (await postAt(context, said.replyTargetId)) ?? (await namedIn(context, said));
    if (about !== undefined)
      await keep({ kind: 'reply', address: said.id.href, sender, ...about, ...readSaid(said, activity) });
  };

  const onUpdate = async (activity: Update, sender: string): Promise<void> => {
    const said = await saidBy(activity, sender);
    if (said?.id != null) await store.edit(said.id.href, sender, readSaid(said, activity), clock.now());
  };

  const onDelete = async (activity: Delete, sender: string): Promise<void> => {
    const object = await activity.getObject(embedded);
    const address = (object instanceof Tombstone ? object.id : activity.objectId)?.href;
    if (address === sender) return store.removeSender(sender);
    const before = address === undefined ? undefined : await store.find(address, sender);
    if (before !== undefined) await store.remove(before.id);
  };

  const onReaction = async (
    context: InboxContext<void>,
    activity: Like | Announce,
    sender: string,
    kind: 'like' | 'boost',
  ): Promise<void> => {
    const about = await postAt(context, activity.objectId);
    if (about?.post === undefined || activity.id === null) return;
    // Once a sender, however often they say so.
    if ((await store.of(sender, kind, about.post)) === undefined)
      await keep({ kind, address: activity.id.href, sender, ...about, text: '', isPublic: false });
  };

  const onUndo = async (context: InboxContext<void>, activity: Undo, sender: string): Promise<void> => {
    const undone = await activity.getObject(embedded);
    const address = activity.objectId?.href;
    let before = address === undefined ? undefined : await store.find(address, sender);
    // Some servers give it no address, or another than before.
    if (before === undefined && (undone instanceof Like || undone instanceof Announce)) {
      const about = await postAt(context, undone.objectId);
      if (about?.post !== undefined)
        before = await store.of(sender, undone instanceof Like ? 'like' : 'boost', about.post);
    }
    if (before !== undefined && before.kind !== 'reply') await store.remove(before.id);
  };

  return async (context, activity: Activity, sender) => {
    if (activity instanceof Create) await onCreate(context, activity, sender);
    else if (activity instanceof Update) await onUpdate(activity, sender);
    else if (activity instanceof Delete) await onDelete(activity, sender);
    else if (activity instanceof Like) await onReaction(context, activity, sender, 'like');
    else if (activity instanceof Announce) await onReaction(context, activity, sender, 'boost');
    else if (activity instanceof Undo) await onUndo(context, activity, sender);
  };
};
