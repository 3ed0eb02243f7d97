import { Turns } from '../../log/turns.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { NewsOutcome } from '../../model/post.ts';
import type { LocalActor, LocalActors } from '../actors/local-actor.ts';
import { checkDraft } from './check-draft.ts';
import { postLimits } from './limits.ts';
import { type Post, type PostDraft, untoldAfter } from './post.ts';
import type { PostStore } from './post-store.ts';
import type { NewPost, NewsRow, PostCourier, Posts } from './posts.ts';

interface PostParts {
  readonly store: PostStore;
  readonly actors: Pick<LocalActors, 'get' | 'list'>;
  readonly courier: PostCourier;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
  readonly limits?: Partial<{ readonly scheduledMax: number }>;
}

/** Between two looks whether something is due: clocks are set, and timers run no longer than weeks. */
const lookMs = 30_000;
/** Posts that are read from the store at once. */
const batchPosts = 100;
const randomDigits = 6;

const pageOfActor = ({ place }: LocalActor): string => place ?? '/';

const newId = (nowMs: number, random: () => number): string =>
  nowMs.toString(36).padStart(9, '0') +
  Math.floor(random() * 36 ** randomDigits)
    .toString(36)
    .padStart(randomDigits, '0');

const isGone = ({ state }: Post): boolean => state === 'deleted' || state === 'withdrawn';
const says = (post: PostDraft): string => JSON.stringify([post.text, post.language, post.link, post.pictures]);

/** Makes what the node's actors say, on top of where it is kept and of who tells their followers. */
export const createPosts = ({ store, actors, courier, clock, random, onError, limits }: PostParts): Posts => {
  const { scheduledMax } = { ...postLimits, ...limits };
  const turns = new Turns();
  let timer: NodeJS.Timeout | undefined;
  let isStarted = false;
  let isClosed = false;
  let working: Promise<unknown> = Promise.resolve();

  const actorFor = (identifier: string): LocalActor => {
    const actor = actors.get(identifier);
    if (actor === undefined)
      throw new Fault('not-found', `There is no actor "${identifier}". Switch it on with: openstraat actor on <place>`);
    if (actor.movedTo !== undefined)
      throw new Fault('bad-request', `The actor @${actor.username} has moved to ${actor.movedTo}: post from there.`);
    return actor;
  };

  const existing = async (id: string): Promise<Post> => {
    const post = await store.get(id);
    if (post === undefined || isGone(post))
      throw new Fault('not-found', `There is no post "${id.slice(0, 50)}". See: openstraat posts`);
    return post;
  };

  const dueAt = async (atMs: number | undefined, nowMs: number): Promise<number> => {
    if (atMs === undefined) return nowMs;
    if (atMs < nowMs - postLimits.lateMsMax)
      throw new Fault(
        'bad-request',
        `Its time, ${new Date(atMs).toISOString()}, is more than a day ago: take the time out to send it now.`,
      );
    if (atMs > nowMs + postLimits.aheadMsMax)
      throw new Fault('bad-request', `Its time, ${new Date(atMs).toISOString()}, is more than two years ahead.`);
    if (atMs > nowMs && (await store.scheduledCount()) >= scheduledMax)
      throw new Fault(
        'limit-exceeded',
        `${scheduledMax} posts wait for their time already: no more are taken until some are sent.`,
      );
    return atMs;
  };

  /** The post as it is first written. */
  const prepare = async ({ identifier, atMs, page, about, answers, ...given }: NewPost): Promise<Post> => {
    const actor = actorFor(identifier);
    const draft = checkDraft(given);
    const nowMs = clock.now();
    const dueMs = await dueAt(atMs, nowMs);
    const isDue = dueMs <= nowMs;
    return {
      ...draft,
      id: newId(nowMs, random),
      identifier,
      page: page ?? pageOfActor(actor),
      state: isDue ? 'published' : 'scheduled',
      publishedMs: isDue ? nowMs : dueMs,
      updatedMs: undefined,
      revision: 0,
      untold: isDue ? 'create' : undefined,
      ...(about === undefined ? {} : { about }),
      ...(answers === undefined ? {} : { answers }),
    };
  };

  /** Tells followers, and remembers that they were told. What fails is tried again at the next look. @returns the post as it is then */
  const tell = async (post: Post): Promise<Post> => {
    if (post.untold === undefined) return post;
    try {
      await courier.tell(post, post.untold);
      const told: Post = { ...post, untold: undefined };
      await store.put(told, post);
      return told;
    } catch (error) {
      onError(error);
      return post;
    }
  };

  const publishDue = async (post: Post): Promise<void> => {
    const actor = actors.get(post.identifier);
    const nowMs = clock.now();
    if (actor === undefined || actor.movedTo !== undefined) {
      await store.put({ ...post, state: 'withdrawn', updatedMs: nowMs }, post);
      return;
    }
    const published: Post = { ...post, state: 'published', publishedMs: nowMs, untold: 'create' };
    await store.put(published, post);
    await tell(published);
  };

  const workNow = async (): Promise<number | undefined> => {
    let next: number | undefined;
    for (;;) {
      const waiting = await store.scheduled(batchPosts);
      next = waiting[0]?.publishedMs;
      const due = waiting.filter(({ publishedMs }) => publishedMs <= clock.now());
      if (due.length === 0) break;
      for (const post of due) await publishDue(post);
    }
    for (const post of await store.untold(batchPosts)) await tell(post);
    return next;
  };

  const work = (): Promise<number | undefined> => turns.take(workNow);

  const look = (): void => {
    working = work()
      .catch((error: unknown) => {
        onError(error);
        return undefined;
      })
      .then((next) => {
        if (isClosed) return;
        const waitMs = Math.max(0, Math.min(lookMs, (next ?? Infinity) - clock.now()));
        clearTimeout(timer);
        timer = setTimeout(look, waitMs).unref();
      });
  };

  const publish: Posts['publish'] = async (given, beside) => {
    const post = await prepare(given);
    await store.put(post, undefined, beside?.(post.id));
    if (post.state === 'scheduled' && isStarted) look();
    return tell(post);
  };

  const edit: Posts['edit'] = async (id, change) => {
    const before = await existing(id);
    const draft = checkDraft({ ...before, ...change });
    const about = change.about ?? before.about;
    const isSame = says(draft) === says(before);
    if (isSame && JSON.stringify(about) === JSON.stringify(before.about)) return before;
    const isTold = before.state === 'published' && !isSame;
    const { link: _link, ...rest } = before;
    const post: Post = {
      ...rest,
      ...draft,
      ...(about === undefined ? {} : { about }),
      ...(isTold
        ? { updatedMs: clock.now(), revision: before.revision + 1, untold: untoldAfter(before.untold, 'update') }
        : {}),
    };
    await store.put(post, before);
    return tell(post);
  };

  /** Gives a post that waits another time. @returns whether it did */
  const reschedule = async (before: Post, atMs: number | undefined): Promise<boolean> => {
    if (before.state !== 'scheduled' || atMs === undefined || atMs === before.publishedMs) return false;
    await store.put({ ...before, publishedMs: await dueAt(atMs, clock.now()) }, before);
    if (isStarted) look();
    return true;
  };

  const takeRow = async ({ line, mark, post: given }: NewsRow): Promise<NewsOutcome> => {
    try {
      const id = await store.newsPost(mark);
      const before = id === undefined ? undefined : await store.get(id);
      if (id !== undefined) {
        // Who deleted the post does not want it back with the next reading of the file.
        if (before === undefined || isGone(before)) return { line, outcome: 'known', post: id };
        const isMoved = await reschedule(before, given.atMs);
        const after = await edit(id, { ...given, link: given.link });
        return { line, outcome: isMoved || says(after) !== says(before) ? 'changed' : 'known', post: id };
      }
      const post = await publish(given, (made) => [store.newsRow(mark, made)]);
      return { line, outcome: post.state === 'scheduled' ? 'scheduled' : 'sent', post: post.id };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { line, outcome: 'refused', message: error.message };
    }
  };

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      look();
    },
    publish: (given, beside) => turns.take(() => publish(given, beside)),
    takeNews: (rows) =>
      turns.take(async () => {
        const outcomes: NewsOutcome[] = [];
        for (const row of rows) outcomes.push(await takeRow(row));
        return outcomes;
      }),
    edit: (id, change) => turns.take(() => edit(id, change)),
    remove: (id) =>
      turns.take(async () => {
        const before = await existing(id);
        const post: Post = {
          ...before,
          state: before.state === 'published' ? 'deleted' : 'withdrawn',
          updatedMs: clock.now(),
          untold: before.state === 'published' ? untoldAfter(before.untold, 'delete') : undefined,
        };
        await store.put(post, before);
        return tell(post);
      }),
    get: (id) => store.get(id),
    async said(identifier, limit) {
      const identifiers = identifier === undefined ? actors.list().map((actor) => actor.identifier) : [identifier];
      const found = await Promise.all(
        identifiers.map(async (one) => [
          ...(await store.outbox(one, { limit })).posts,
          ...(await store.aside(one, limit)),
        ]),
      );
      return found
        .flat()
        .toSorted((one, other) => other.publishedMs - one.publishedMs)
        .slice(0, limit);
    },
    scheduled: (limit) => store.scheduled(limit),
    work,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await working;
      await turns.take(async () => undefined);
    },
  };
};
