import type { LocalActors } from '../../actors/local-actor.ts';
import type { Blocks } from '../../blocks/block.ts';
import { isPrivate } from '../post.ts';
import type { PostStore } from '../post-store.ts';
import type { AroundReply } from './why-not-shown.ts';
import { whyNotShown } from './why-not-shown.ts';
import type { KeptReply, Shown } from './reply.ts';
import type { ReplyStore } from './reply-store.ts';

/** A reply that everybody may read. */
export type ReadableReply = KeptReply & { readonly shown: Shown };

/** What everybody may read of what others say. */
export interface ReadableReplies {
  /** Beneath a post, oldest first. */
  of(post: string): Promise<readonly ReadableReply[]>;
  /** Whether this one is among them. */
  has(reply: KeptReply): Promise<boolean>;
}

/** What replies are held against. */
export interface ReplySurroundings {
  readonly posts: Pick<PostStore, 'get'>;
  readonly actors: Pick<LocalActors, 'get'>;
  readonly blocks: Pick<Blocks, 'isBlocked'>;
}

/** Makes what looks around the replies to a post: once, for all of them. */
export const createLookAround =
  ({ posts, actors, blocks }: ReplySurroundings) =>
  async (id: string | undefined): Promise<(reply: Pick<KeptReply, 'sender'>) => AroundReply> => {
    const post = id === undefined ? undefined : await posts.get(id);
    const isOpen = post !== undefined && !isPrivate(post) && actors.get(post.identifier) !== undefined;
    return ({ sender }) => ({
      post: isOpen ? post : undefined,
      isBlocked: blocks.isBlocked(URL.parse(sender)?.hostname ?? ''),
    });
  };

/** A reply as everybody may read it; undefined where something stands in the way. */
const readable = (reply: KeptReply, around: AroundReply): ReadableReply | undefined => {
  const { shown } = reply;
  return shown === undefined || whyNotShown(reply, around) !== undefined ? undefined : { ...reply, shown };
};

/** Reads what the operator shows. What stands in the way of it now counts, whatever the operator said before. */
export const createReadableReplies = ({
  replies,
  ...surroundings
}: ReplySurroundings & { readonly replies: Pick<ReplyStore, 'shownOf'> }): ReadableReplies => {
  const around = createLookAround(surroundings);

  return {
    async of(post) {
      const shown = await replies.shownOf(post);
      if (shown.length === 0) return [];
      const aroundEach = await around(post);
      return shown.map((reply) => readable(reply, aroundEach(reply))).filter((reply) => reply !== undefined);
    },
    has: async (reply) => readable(reply, (await around(reply.post))(reply)) !== undefined,
  };
};
