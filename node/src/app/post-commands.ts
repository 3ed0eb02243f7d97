import type { Place } from '@openstraat/spec';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { handleOf } from '../federation/actors/actor-addresses.ts';
import { type LocalActor, type LocalActors, nodeIdentifier } from '../federation/actors/local-actor.ts';
import type { Post } from '../federation/posts/post.ts';
import type { NewPost, Posts } from '../federation/posts/posts.ts';
import type { KeptReply } from '../federation/posts/replies/reply.ts';
import type { ReplyStore } from '../federation/posts/replies/reply-store.ts';
import { createZoneClocks } from '../hours/zone-clock.ts';
import { instantReaders } from '../import/values/instants.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { Fault } from '../model/fault.ts';
import type { NewsOutcome, NewsRequest, PostListing, PostRequest, ReplyListing } from '../model/post.ts';

type PostCommands = Pick<
  NodeCommands,
  'publishPost' | 'takeNews' | 'listPosts' | 'editPost' | 'deletePost' | 'listReplies' | 'deleteReply'
>;

interface PostCommandParts {
  readonly actors: Pick<LocalActors, 'get' | 'list'>;
  /** Loaded by the first who asks. */
  readonly posts: () => Promise<Posts>;
  readonly replies: () => Promise<ReplyStore>;
  readonly log: Pick<ChangeLogReader, 'get'>;
  readonly settings: Pick<NodeSettings, 'origin' | 'language'>;
}

const defaultTimeZone = 'Europe/Amsterdam';
const knowsZone = createZoneClocks();

/** The id of a post that may be named by its address. */
const idOf = (given: string): string => given.slice(given.lastIndexOf('/') + 1);

const inOrder = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** What the operator can do with posts: names become actors, and times moments. */
export const createPostCommands = ({ actors, posts, replies, log, settings }: PostCommandParts): PostCommands => {
  const { origin, language } = settings;

  const handle = (actor: LocalActor): string => `@${handleOf(origin, actor.username)}`;

  const placeOf = async ({ place }: LocalActor): Promise<Place | undefined> => {
    const entry = place === undefined ? undefined : await log.get(place);
    return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Place);
  };

  const isNamed = async (actor: LocalActor, name: string): Promise<boolean> => {
    const place = await placeOf(actor);
    const names = place === undefined ? [] : typeof place.name === 'string' ? [place.name] : Object.values(place.name);
    return names.some((one) => inOrder(one) === inOrder(name));
  };

  /** The actor of a place that a person names. @throws {Fault} `not-found`, `bad-request` when several have the name */
  const actorOf = async (given: string): Promise<LocalActor> => {
    const found = actors
      .list()
      .find(
        (actor) =>
          [actor.identifier, actor.username, handle(actor), handle(actor).slice(1), actor.place].includes(given) ||
          given === `${origin}${actor.place}` ||
          given === `${origin}/actors/${actor.identifier}`,
      );
    if (found !== undefined) return found;
    const named: LocalActor[] = [];
    for (const actor of actors.list()) if (await isNamed(actor, given)) named.push(actor);
    const [first, second] = named;
    if (first === undefined)
      throw new Fault(
        'not-found',
        `No actor here is called "${given.slice(0, 100)}". See: openstraat actor list. Switch a place's on with: openstraat actor on <place>`,
      );
    if (second !== undefined)
      throw new Fault(
        'bad-request',
        `Several places are called "${given.slice(0, 100)}": name one by its handle, such as ${handle(first)} or ${handle(second)}.`,
      );
    return first;
  };

  const instantOf = async (at: string, actor: LocalActor): Promise<number> => {
    const zone = (await placeOf(actor))?.timeZone ?? defaultTimeZone;
    const { instant } = instantReaders(knowsZone(zone) === undefined ? defaultTimeZone : zone);
    const { value } = instant(at);
    if (value === undefined)
      throw new Fault('bad-request', `The time "${at.slice(0, 100)}" can't be read: write it as 2026-12-05 10:00.`);
    return Date.parse(value);
  };

  const newPost = async (request: PostRequest): Promise<NewPost> => {
    const actor = await actorOf(request.place ?? nodeIdentifier);
    return {
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
      sent: post.untold === undefined && post.state !== 'scheduled',
    };
  };

  const handleAt = (identifier: string): string => {
    const actor = actors.get(identifier);
    return actor === undefined ? identifier : handle(actor);
  };

  const replyListing = ({ id, kind, address, sender, identifier, post, text, atMs }: KeptReply): ReplyListing => ({
    id,
    kind,
    address,
    sender,
    actor: handleAt(identifier),
    ...(post === undefined ? {} : { post: `${origin}/posts/${post}` }),
    text,
    received: new Date(atMs).toISOString(),
  });

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
      return found.map(replyListing);
    },
    async deleteReply({ id }) {
      if (!(await (await replies()).remove(id)))
        throw new Fault('not-found', `There is no reply "${id.slice(0, 50)}". See: openstraat replies`);
    },
  };
};
