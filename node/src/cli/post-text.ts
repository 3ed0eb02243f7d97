import type { PostListing } from '../control/commands.ts';
import { showable } from './terminal.ts';

const stateText = ({ state, published, updated, sent }: PostListing): string =>
  ({
    scheduled: `waits for ${published}`,
    published: `said ${published}${updated === undefined ? '' : `, changed ${updated}`}${sent ? '' : ', not sent yet'}`,
    deleted: `taken back ${updated ?? ''}${sent ? '' : ', followers are not told yet'}`,
    withdrawn: 'taken back before it was said',
  })[state];

/** A post in a few lines. */
export const postText = (post: PostListing): string =>
  [
    `${post.id}: ${showable(post.actor)}, ${stateText(post)}`,
    ...(post.answers === undefined
      ? []
      : [
          `  to ${showable(post.answers.name)}${post.answers.public ? '' : ' alone'}, on ${showable(post.answers.address)}`,
        ]),
    ...post.text.split('\n').map((line) => `  ${showable(line)}`),
    ...(post.link === undefined ? [] : [`  ${showable(post.link)}`]),
    ...post.pictures.map(({ address, alternative }) => `  [${showable(alternative)}] ${showable(address)}`),
  ].join('\n');
