import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { handleOf } from '../federation/actors/actor-addresses.ts';
import { type LocalActor, type LocalActors, nodeIdentifier } from '../federation/actors/local-actor.ts';
import { isPrivate, type Post, type PostAnswer } from '../federation/posts/post.ts';
import type { NewPost, Posts } from '../federation/posts/posts.ts';
import type { Moderation } from '../federation/posts/replies/moderate-replies.ts';
import type { KeptReply } from '../federation/posts/replies/reply.ts';
import type { ReplyStore } from '../federation/posts/replies/reply-store.ts';
import { createZoneClocks } from '../hours/zone-clock.ts';
import { instantReaders } from '../import/values/instants.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { Fault } from '../model/fault.ts';
import type { NewsOutcome, NewsRequest, PostListing, PostRequest, ReplyListing } from '../model/post.ts';
import { createActorFinder } from './find-local-actor.ts';

type PostCommands = Pick<
  NodeCommands,
  | 'publishPost'
  | 'takeNews'
  | 'listPosts'
  | 'editPost'
  | 'deletePost'
  | 'listReplies'
  | 'showReply'
  | 'hideReply'
  | 'deleteReply'
>;

interface PostCommandParts {
  readonly actors: Pick<LocalActors, 'get' | 'list'>;
  /** Loaded by the first who asks. */
  readonly posts: () => Promise<Posts>;
  readonly replies: () => Promise<Pick<ReplyStore, 'list' | 'remove'>>;
  readonly moderation: () => Promise<Moderation>;
  readonly log: Pick<ChangeLogReader, 'get'>;
  readonly settings: Pick<NodeSettings, 'origin' | 'language'>;
}

const defaultTimeZone = 'Europe/Amsterdam';
const knowsZone = createZoneClocks();

/** The id of a post that may be named by its address. */
const idOf = (given: string): string => given.slice(given.lastIndexOf('/') + 1);

/** What the operator can do with posts: names become actors, and times moments. */
export const createPostCommands = ({
  actors,
  posts,
  replies,
  moderation,
  log,
  settings,
}: PostCommandParts): PostCommands => {
  const { origin, language } = settings;

  const { find: actorOf, placeOf } = createActorFinder({ actors, log, origin });

  const handle = (actor: LocalActor): string => `@${handleOf(origin, actor.username)}`;

  const instantOf = async (at: string, actor: LocalActor): Promise<number> => {
    const zone = (await placeOf(actor))?.timeZone ?? defaultTimeZone;
    const { instant } = instantReaders(knowsZone(zone) === undefined ? defaultTimeZone : zone);
    const { value } = instant(at);
    if (value === undefined)
      throw new Fault('bad-request', `The time "${at.slice(0, 100)}" can't be read: write it as 2026-12-05 10:00.`);
    return Date.parse(value);
  };

  /** The actor with an identifier: unlike what people write, it means nobody else who is called so. */
  const actorWith = (identifier: string): LocalActor => {
    const actor = actors.get(identifier);
    if (actor === undefined)
      throw new Fault(
        'not-found',
        `The actor "${identifier}" is switched off. Switch it on with: openstraat actor on <place>`,
      );
    return actor;
  };

  /** Who says it, and to whom where it is an answer. */
  const speakerOf = async ({
    place,
    replyTo,
    at,
  }: PostRequest): Promise<readonly [LocalActor, PostAnswer | undefined]> => {
    if (replyTo === undefined)
      return [place === undefined ? actorWith(nodeIdentifier) : await actorOf(place), undefined];
    // By then its author may be blocked, have moved, or have said it to fewer.
    if (at !== undefined)
      throw new Fault(
        'bad-request',
        'An answer is said now: what it answers may be changed or taken back before another time. Leave the time out.',
      );
    if (place !== undefined)
      throw new Fault('bad-request', 'An answer comes from the place that was spoken to: name no other.');
    const { identifier, answers } = await (await moderation()).answerTo(idOf(replyTo));
    return [actorWith(identifier), answers];
  };

  const newPost = async (request: PostRequest): Promise<NewPost> => {
    const [actor, answers] = await speakerOf(request);
    return {
      answers,
      identifier: actor.identifier,
      text: request.text,
      language: request.language ?? language,
      link: request.link,
      pictures: request.pictures,
      atMs: request.at === undefined ? undefined : await instantOf(request.at, actor),
    };
  };

  const listing = (post: Post): PostListing => {
    return {
      id: post.id,
      address: `${origin}/posts/${post.id}`,
      actor: handleAt(post.identifier),
      state: post.state,
      published: new Date(post.publishedMs).toISOString(),
      ...(post.updatedMs === undefined ? {} : { updated: new Date(post.updatedMs).toISOString() }),
      text: post.text,
      language: post.language,
      ...(post.link === undefined ? {} : { link: post.link }),
      pictures: [...post.pictures],
      ...(post.answers === undefined
        ? {}
        : { answers: { address: post.answers.address, name: post.answers.name, public: !isPrivate(post) } }),
      sent: post.untold === undefined && post.state !== 'scheduled',
    };
  };

  const handleAt = (identifier: string): string => {
    const actor = actors.get(identifier);
    return actor === undefined ? identifier : handle(actor);
  };

  const replyListing = async (reply: KeptReply): Promise<ReplyListing> => {
    const { id, kind, address, sender, author, identifier, post, text, atMs, editedMs } = reply;
    return {
      id,
      kind,
      address,
      sender,
      ...(author === undefined ? {} : { author }),
      actor: handleAt(identifier),
      ...(post === undefined ? {} : { post: `${origin}/posts/${post}` }),
      text,
      received: new Date(atMs).toISOString(),
      ...(editedMs === undefined ? {} : { edited: new Date(editedMs).toISOString() }),
      public: reply.isPublic,
      shown: await (await moderation()).isReadable(reply),
    };
  };

  const takeRow = async ({ line, mark, ...request }: NewsRequest): Promise<NewsOutcome> => {
    try {
      const [outcome] = await (await posts()).takeNews([{ line, mark, post: await newPost(request) }]);
      return outcome ?? { line, outcome: 'refused' };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { line, outcome: 'refused', message: error.message };
    }
  };

  return {
    publishPost: async (request) => listing(await (await posts()).publish(await newPost(request))),
    async takeNews({ rows }) {
      const outcomes: NewsOutcome[] = [];
      for (const row of rows) outcomes.push(await takeRow(row));
      return outcomes;
    },
    async listPosts({ place, limit }) {
      const identifier = place === undefined ? undefined : (await actorOf(place)).identifier;
      const scheduled = await (await posts()).scheduled(limit);
      return {
        scheduled: scheduled.filter((post) => identifier === undefined || post.identifier === identifier).map(listing),
        said: (await (await posts()).said(identifier, limit)).map(listing),
      };
    },
    editPost: async ({ id, text }) => listing(await (await posts()).edit(idOf(id), { text })),
    deletePost: async ({ id }) => listing(await (await posts()).remove(idOf(id))),
    async listReplies({ place, limit }) {
      const to = place === undefined ? actors.list() : [await actorOf(place)];
      const found = await (
        await replies()
      ).list(
        to.map(({ identifier }) => identifier),
        limit,
      );
      return Promise.all(found.map(replyListing));
    },
    showReply: async ({ id }) => replyListing(await (await moderation()).show(id)),
    hideReply: async ({ id }) => replyListing(await (await moderation()).hide(id)),
    async deleteReply({ id }) {
      if (!(await (await replies()).remove(id)))
        throw new Fault('not-found', `There is no reply "${id.slice(0, 50)}". See: openstraat replies`);
    },
  };
};
