import { createHash } from 'node:crypto';
import { digits, type Row } from '../../store/tables.ts';
import { rowsIn } from '../row-keys.ts';
import type { Reply } from './reply.ts';

/*
 * The table `reply` holds, by the start of the key:
 *   item!<id>                                   a reply
 *   list!<identifier>!<class>!<time>!<id>       what one actor was told, replies apart from likes and boosts, and both from what is shown
 *   sender!<hash>!<id>                          what one sender said
 *   shown!<post>!<time>!<id>                    what is shown beneath a post
 */
export const replyTable = 'reply';

/** What one actor was told is kept in these classes, each with a limit of its own: strangers push out nothing that the operator shows. */
export const replyClasses = ['said', 'liked', 'shown'] as const;
type ReplyClass = (typeof replyClasses)[number];

const classOf = ({ kind, shown }: Reply): ReplyClass => {
  if (kind !== 'reply') return 'liked';
  return shown === undefined ? 'said' : 'shown';
};

/** A short name for an address. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Key of a reply. */
export const itemKey = (id: string): string => `item!${id}`;
/** Of all that one sender said. */
export const senderPrefix = (sender: string): string => `sender!${hashOf(sender)}!`;
/** Of all that is shown beneath a post. */
export const shownPrefix = (post: string): string => `shown!${post}!`;
/** Of all of one class that an actor was told. */
export const listPrefix = (identifier: string, one: ReplyClass): string => `list!${identifier}!${one}!`;
/** Of all that stand in the list of a reply. */
export const ownListPrefix = (reply: Reply): string => listPrefix(reply.identifier, classOf(reply));

/** A row of the table. */
export const row = rowsIn(replyTable);

/** The rows of a reply: to write, or to delete. */
export const rowsOf = (reply: Reply, id: string, isThere: boolean): Row[] => {
  const mark = isThere ? '' : undefined;
  const at = `${digits(reply.atMs)}!${id}`;
  return [
    row(itemKey(id), isThere ? JSON.stringify(reply) : undefined),
    row(ownListPrefix(reply) + at, mark),
    row(senderPrefix(reply.sender) + id, mark),
    ...(reply.shown === undefined || reply.post === undefined ? [] : [row(shownPrefix(reply.post) + at, mark)]),
  ];
};
