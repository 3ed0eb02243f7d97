import type { LocalActor, LocalActors } from '../actors/local-actor.ts';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../store/store.fixture.ts';
import { createPosts } from './create-posts.ts';
import { PostStore } from './post-store.ts';
import type { Posts } from './posts.ts';
import type { NewPost } from './posts.ts';

export const nodeActor: LocalActor = {
  identifier: 'node',
  username: 'waterveen',
  place: undefined,
  announces: [],
  movedTo: undefined,
  alsoKnownAs: [],
  since: '2026-11-01T00:00:00Z',
};
export const shopActor: LocalActor = {
  ...nodeActor,
  identifier: 'jansen',
  username: 'fietsen-jansen',
  place: '/places/jansen',
  announces: ['events', 'promotions'],
};

/** Actors that stand in a list. */
export const actorList = (actors: LocalActor[]): Pick<LocalActors, 'get' | 'list' | 'byUsername' | 'ofPlace'> => ({
  get: (identifier) => actors.find((actor) => actor.identifier === identifier),
  byUsername: (username) => actors.find((actor) => actor.username === username),
  ofPlace: (place) => actors.find((actor) => actor.place === place),
  list: () => actors,
});

/** What a shop says, unless it is told otherwise. */
export const draft = (changes: Partial<NewPost> = {}): NewPost => ({
  identifier: 'jansen',
  text: 'Morgen open',
  language: 'nl',
  pictures: [],
  ...changes,
});

/** Posts on a store in a folder of its own, with a courier that notes what it is handed. */
export const openTestPosts = async (limits: { readonly scheduledMax?: number } = {}) => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await scratchFolder());
  const clock = new HandClock();
  const told: string[] = [];
  const errors: unknown[] = [];
  const actors = [nodeActor, shopActor];
  const courier = { isDown: false };
  const open = async () => {
    const federation = await openFederationStore(`${folder.path}/store`, { clock });
    const store = new PostStore(federation.tables);
    const posts: Posts = createPosts({
      store,
      actors: actorList(actors),
      courier: {
        tell(post, change) {
          if (courier.isDown) return Promise.reject(new Error('no network'));
          told.push(`${change} ${post.revision} ${post.text}`);
          return Promise.resolve();
        },
      },
      clock,
      random: Math.random,
      onError: (error) => errors.push(error),
      limits,
    });
    return { federation, store, posts };
  };
  let current = await open();
  const close = async () => {
    await current.posts[Symbol.asyncDispose]();
    await current.federation[Symbol.asyncDispose]();
  };
  opened.defer(close);
  const owners = opened.move();
  return {
    clock,
    told,
    errors,
    actors,
    courier,
    get posts() {
      return current.posts;
    },
    get store() {
      return current.store;
    },
    get tables() {
      return current.federation.tables;
    },
    /** Closes the store and opens it again, as a node that was stopped does. */
    async restart() {
      await close();
      current = await open();
    },
    [Symbol.asyncDispose]: () => owners.disposeAsync(),
  };
};
