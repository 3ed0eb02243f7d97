import { Fault } from '../../../model/fault.ts';
import type { ReadActor } from '../../moving/check-link.ts';
import { type ReplyLimits, replyLimits } from './limits.ts';
import { nameAuthor } from './name-author.ts';
import { createLookAround, type ReadableReplies, type ReplySurroundings } from './readable-replies.ts';
import type { PostAnswer } from '../post.ts';
import type { KeptReply, Shown } from './reply.ts';
import type { ReplyStore } from './reply-store.ts';
import { whyNotShown } from './why-not-shown.ts';

/** What an answer is made with. */
export interface Answerable {
  /** The actor here that was spoken to, and that answers. */
  readonly identifier: string;
  readonly answers: PostAnswer;
}

/** What the operator does with replies, one at a time. */
export interface Moderation {
  /** Shows a reply to everybody, as it is now. @throws {Fault} `not-found`, `bad-request` with why it can't be, `limit-exceeded` */
  show(id: string): Promise<KeptReply>;
  /** Keeps a reply for the operator alone. @throws {Fault} `not-found` */
  hide(id: string): Promise<KeptReply>;
  /** Whom an answer goes to. @throws {Fault} `not-found`, `bad-request` with why it can't be answered, `peer-unusable` */
  answerTo(id: string): Promise<Answerable>;
  /** Whether everybody can read it now. */
  isReadable(reply: KeptReply): Promise<boolean>;
}

interface ModerationParts extends ReplySurroundings {
  readonly replies: Pick<ReplyStore, 'get' | 'setShown'>;
  readonly readable: Pick<ReadableReplies, 'has'>;
  /** Reads an actor of another server. */
  readonly readActor: ReadActor;
  readonly limits?: ReplyLimits;
}

/** A fault for what was named wrong. */
const unknown = (id: string): Fault =>
  new Fault('not-found', `There is no reply "${id.slice(0, 50)}". See: openstraat replies`);

const changedMeanwhile = (): Fault =>
  new Fault('bad-request', 'Its author changed it, or took it back, just now. Look again: openstraat replies');

/** Makes what shows and hides replies. */
export const createModeration = ({
  replies,
  readable,
  readActor,
  limits = replyLimits,
  ...surroundings
}: ModerationParts): Moderation => {
  const around = createLookAround(surroundings);

  const existing = async (id: string): Promise<KeptReply> => {
    const reply = await replies.get(id);
    if (reply === undefined) throw unknown(id);
    return reply;
  };

  /** Its server may be away: a page can do with the host. */
  const authorOf = async ({ sender }: KeptReply): Promise<string> => {
    const actor = await readActor(sender).catch(() => undefined);
    return nameAuthor(sender, actor?.handle, limits.nameCharactersMax);
  };

  const set = async (reply: KeptReply, shown: Shown | undefined): Promise<KeptReply> => {
    const outcome = await replies.setShown(reply, shown);
    if (outcome === 'changed') throw changedMeanwhile();
    if (outcome === 'full')
      throw new Fault(
        'limit-exceeded',
        `${limits.shownOfPostMax} replies are shown beneath this post already. Hide one first: openstraat replies hide <id>`,
      );
    const { shown: _shown, ...rest } = reply;
    return shown === undefined ? rest : { ...rest, shown };
  };

  return {
    async show(id) {
      const reply = await existing(id);
      const objection = whyNotShown(reply, (await around(reply.post))(reply));
      if (objection !== undefined) throw new Fault('bad-request', `This can't be shown. ${objection}`);
      return set(reply, { author: await authorOf(reply) });
    },
    hide: async (id) => set(await existing(id), undefined),
    async answerTo(id) {
      const reply = await existing(id);
      const { address, sender, identifier, isPublic } = reply;
      if (reply.kind !== 'reply')
        throw new Fault('bad-request', 'Likes and boosts say nothing that could be answered. Answer a reply.');
      const { host, hostname } = new URL(sender);
      if (surroundings.blocks.isBlocked(hostname))
        throw new Fault(
          'bad-request',
          `Its author's host ${host} is blocked. To answer, take it off the list first: openstraat unblock ${hostname}`,
        );
      const actor = await readActor(sender).catch(() => undefined);
      if (actor === undefined)
        throw new Fault(
          'peer-unusable',
          `${sender} can't be read now, so nobody knows where to bring an answer. Try again later.`,
        );
      const name = nameAuthor(sender, actor.handle, limits.nameCharactersMax);
      const { inbox, sharedInbox } = actor;
      return { identifier, answers: { address, actor: sender, inbox, sharedInbox, name, isPublic } };
    },
    isReadable: (reply) => readable.has(reply),
  };
};
