import type { Context } from '@fedify/fedify';
import {
  Create,
  Delete,
  Hashtag,
  Image,
  LanguageString,
  Mention,
  Note,
  OrderedCollection,
  PUBLIC_COLLECTION,
  Tombstone,
  Update,
  type Activity,
} from '@fedify/vocab';
import { escapeHtml } from '../escape-html.ts';
import { hashtagsOf } from './hashtags.ts';
import { instant } from './instant.ts';
import { isPrivate, type Post, type PostAnswer, type PostPicture } from './post.ts';
import { hashtagAddress, textToHtml } from './text-to-html.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** As its name says; nothing where it doesn't: servers look at the bytes then. */
const mediaTypeOf = (address: string): string | undefined =>
  mediaTypes[/\.([a-z]+)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''];

const writePicture = ({ address, alternative }: PostPicture): Image => {
  const mediaType = mediaTypeOf(address);
  return new Image({
    url: new URL(address),
    name: alternative,
    ...(mediaType === undefined ? {} : { mediaType }),
  });
};

/** Text and link together, as people read them. */
export const fullText = ({ text, link }: Pick<Post, 'text' | 'link'>): string =>
  link === undefined || text.includes(link) ? text : `${text}\n\n${link}`;

/** The address of a post. */
export const noteId = (context: Context<void>, id: string): URL => context.getObjectUri(Note, { id });

/** The address of what is shown beneath a post. */
const repliesId = (context: Context<void>, id: string): URL => context.getObjectUri(OrderedCollection, { id });

/** The replies that are shown beneath a post, by address alone: their words are their servers' to give. */
export const writeReplies = (context: Context<void>, id: string, addresses: readonly string[]): OrderedCollection =>
  new OrderedCollection({
    id: repliesId(context, id),
    totalItems: addresses.length,
    items: addresses.map((address) => new URL(address)),
  });

/** Who may read a post: everybody with its followers, and whom it answers, or they alone. */
const audienceOf = (context: Context<void>, post: Post) => {
  const answered = post.answers === undefined ? [] : [new URL(post.answers.actor)];
  return isPrivate(post)
    ? { tos: answered }
    : { tos: [PUBLIC_COLLECTION], ccs: [context.getFollowersUri(post.identifier), ...answered] };
};

// Who is answered is named at the beginning, as people on Mastodon and elsewhere do.
const withMention = (html: string, answers: PostAnswer | undefined): string =>
  answers === undefined
    ? html
    : html.replace(
        '<p>',
        () => `<p><a href="${escapeHtml(answers.actor)}" class="u-url mention">${escapeHtml(answers.name)}</a> `,
      );

/** A published post as others read it. */
export const writeNote = (context: Context<void>, post: Post, origin: string): Note => {
  const text = fullText(post);
  const { answers } = post;
  const html = withMention(textToHtml(text, origin), answers);
  return new Note({
    id: noteId(context, post.id),
    attribution: context.getActorUri(post.identifier),
    ...audienceOf(context, post),
    ...(answers === undefined ? {} : { replyTarget: new URL(answers.address) }),
    // Some servers read the plain one alone, others learn the language from the other.
    contents: [html, new LanguageString(html, post.language)],
    url: new URL(post.page, origin),
    ...(isPrivate(post) ? {} : { replies: repliesId(context, post.id) }),
    tags: [
      ...(answers === undefined ? [] : [new Mention({ href: new URL(answers.actor), name: answers.name })]),
      ...hashtagsOf(text).map((tag) => new Hashtag({ href: new URL(hashtagAddress(origin, tag)), name: `#${tag}` })),
    ],
    attachments: post.pictures.map(writePicture),
    published: instant(post.publishedMs),
    ...(post.updatedMs === undefined ? {} : { updated: instant(post.updatedMs) }),
  });
};

/** What stays of a deleted post. */
export const writeTombstone = (context: Context<void>, post: Post): Tombstone =>
  new Tombstone({
    id: noteId(context, post.id),
    ...(post.updatedMs === undefined ? {} : { deleted: instant(post.updatedMs) }),
  });

/** The activity that tells of one change of a post. Its id is the same however often it is sent. */
export const writeActivity = (
  context: Context<void>,
  post: Post,
  change: NonNullable<Post['untold']>,
  origin: string,
): Activity => {
  const common = {
    actor: context.getActorUri(post.identifier),
    ...audienceOf(context, post),
  };
  const id = noteId(context, post.id).href;
  if (change === 'delete')
    return new Delete({ ...common, id: new URL(`${id}#delete`), object: writeTombstone(context, post) });
  const object = writeNote(context, post, origin);
  return change === 'create'
    ? new Create({ ...common, id: new URL(`${id}#create`), object, published: instant(post.publishedMs) })
    : new Update({ ...common, id: new URL(`${id}#update-${post.revision}`), object });
};
