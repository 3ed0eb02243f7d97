import type { Post } from '../post.ts';
import type { KeptReply } from './reply.ts';

/** What is known around a reply. */
export interface AroundReply {
  /** The post that it is about, where that is here. */
  readonly post: Pick<Post, 'state'> | undefined;
  /** Whether its author's host is on the block list. */
  readonly isBlocked: boolean;
}

/** Why a reply can't be shown to everybody, as a sentence for the operator; undefined where it can. */
export const whyNotShown = (
  { kind, post: postId, text, isPublic, sender }: Pick<KeptReply, 'kind' | 'post' | 'text' | 'isPublic' | 'sender'>,
  { post, isBlocked }: AroundReply,
): string | undefined => {
  if (kind !== 'reply') return 'Likes and boosts are for you alone. Show a reply.';
  if (postId === undefined) return 'It names you, but answers none of your posts: there is nothing to show it beneath.';
  if (post?.state !== 'published')
    return 'The post that it answers was taken back, or is for its author alone: there is nothing to show it beneath.';
  if (isBlocked)
    return `Its author's host ${URL.parse(sender)?.hostname ?? ''} is blocked. To show it, take the host off the list first: openstraat unblock.`;
  // Not a matter of the operator's: its author chose who reads it.
  if (!isPublic)
    return 'Its author said it to you, or to some, and not to everybody. Ask the author to say it publicly.';
  if (text === '') return 'It has no words, only something else such as a picture, which is never shown here.';
  return undefined;
};
