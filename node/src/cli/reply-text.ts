import type { ReplyListing } from '../control/commands.ts';
import { showable } from './terminal.ts';

const kindWords = { reply: 'says to', like: 'likes', boost: 'boosts' } as const;

const firstLine = ({
  id,
  kind,
  sender,
  author,
  actor,
  post,
  received,
  edited,
  shown,
  public: isPublic,
}: ReplyListing) => {
  const target = kind === 'reply' || post === undefined ? actor : post;
  const beside = [
    ...(edited === undefined ? [] : [`changed ${edited}`]),
    ...(shown ? ['shown to everybody'] : []),
    ...(kind !== 'reply' || isPublic ? [] : ['private: not said to everybody']),
  ];
  return `${id}: ${received} ${showable(author ?? sender)} ${kindWords[kind]} ${showable(target)}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}`;
};

/** What somebody said, in a few lines: all of it is a stranger's text. */
export const replyText = (reply: ReplyListing): string => {
  const { kind, address, post, text } = reply;
  return [
    firstLine(reply),
    ...(text === '' ? [] : text.split('\n').map((line) => `  ${showable(line)}`)),
    ...(kind === 'reply' ? [`  ${showable(address)}${post === undefined ? '' : ` on ${showable(post)}`}`] : []),
  ].join('\n');
};
