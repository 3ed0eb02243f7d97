import type { InboxContext } from '@fedify/fedify';
import { Create, Like, Note, PUBLIC_COLLECTION } from '@fedify/vocab';
import { expect, it } from 'vitest';
import type { Follower } from '../../followers/follower.ts';
import { actorList, draft, openTestPosts } from '../posts.test-helper.ts';
import { type ReplyLimits, replyLimits } from './limits.ts';
import { createReplyReceiver } from './receive-replies.ts';
import { ReplyStore } from './reply-store.ts';

const host = 'https://a.example';

/** What takes replies to one post, and notes whose names were asked for. */
const openReceiver = async (
  answer: (sender: string, signal: AbortSignal) => Promise<string | undefined>,
  limits: Partial<ReplyLimits> = {},
  handles: Readonly<Record<string, string>> = {},
) => {
  await using opened = new AsyncDisposableStack();
  const node = opened.use(await openTestPosts());
  const { id } = await node.posts.publish(draft());
  const store = new ReplyStore(node.tables, { ...replyLimits, keptOfSenderMax: 1 });
  const asked: string[] = [];
  const blocked = new Set<string>();
  const receive = createReplyReceiver({
    store,
    posts: node.store,
    actors: actorList(node.actors),
    clock: node.clock,
    blocks: { isBlocked: (hostname) => blocked.has(hostname) },
    handleOf(sender, signal) {
      asked.push(sender);
      return answer(sender, signal);
    },
    followers: {
      followedBy: async (sender) => (sender in handles ? ['lisboa'] : []),
      get: async (identifier, sender) =>
        identifier === 'lisboa' ? ({ handle: handles[sender] } as unknown as Follower) : undefined,
    },
    limits: { ...replyLimits, ...limits },
  });
  const context = {
    parseUri: (uri: URL | null) =>
      uri?.origin === host ? null : { type: 'object' as const, class: Note, typeId: Note.typeId, values: { id } },
  } as unknown as InboxContext<void>;
  const post = new URL(`https://waterveen.example/posts/${id}`);
  const say = (sender: string, number: number, content = 'Leuk') => {
    const note = new Note({
      id: new URL(`${sender}/${number}`),
      attribution: new URL(sender),
      replyTarget: post,
      to: PUBLIC_COLLECTION,
      content,
    });
    const activity = new Create({ id: new URL(`${sender}/${number}#create`), actor: new URL(sender), object: note });
    return receive(context, activity, sender);
  };
  const like = (sender: string) =>
    receive(context, new Like({ id: new URL(`${sender}/like`), actor: new URL(sender), object: post }), sender);
  const kept = async () => (await store.list(['jansen'], 10)).map(({ kind, author, text }) => [kind, author, text]);
  const authors = async () =>
    Object.fromEntries((await store.list(['jansen'], 10)).map(({ sender, author }) => [sender, author]));
  const owners = opened.move();
  return { asked, blocked, say, like, kept, authors, [Symbol.asyncDispose]: () => owners.disposeAsync() };
};

it('only who says something new that is kept is asked for a name', async () => {
  await using node = await openReceiver(() => Promise.resolve('ann@a.example'));
  const [ann, bob] = [`${host}/ann`, `${host}/bob`];
  await node.like(bob);
  await node.say(ann, 1);
  await node.say(ann, 1, 'Heel leuk');
  await node.say(ann, 2);
  expect(node.asked).toEqual([ann]);
  expect(await node.kept()).toEqual(
    expect.arrayContaining([
      ['like', undefined, ''],
      ['reply', '@ann@a.example', 'Heel leuk'],
    ]),
  );
  expect(await node.kept()).toHaveLength(2);
});

it('who likes a post is called as a follower is, and asked for nothing', async () => {
  const [ann, bob, eve] = [`${host}/ann`, `${host}/bob`, `${host}/eve`];
  await using node = await openReceiver(
    () => Promise.resolve('ann@a.example'),
    {},
    { [ann]: 'ann@a.example', [eve]: 'eve@elders.example' },
  );
  for (const sender of [ann, bob, eve]) await node.like(sender);
  expect(await node.authors()).toEqual({ [ann]: '@ann@a.example', [bob]: undefined, [eve]: undefined });
  expect(node.asked).toEqual([]);
});

it('who is blocked while the name is asked for is not kept', async () => {
  const name = Promise.withResolvers<string>();
  const isAsked = Promise.withResolvers<void>();
  await using node = await openReceiver(() => {
    isAsked.resolve();
    return name.promise;
  });
  const said = node.say(`${host}/ann`, 1);
  await isAsked.promise;
  node.blocked.add('a.example');
  name.resolve('ann@a.example');
  await said;
  expect(await node.kept()).toEqual([]);
});

it('a reply is kept without a name that does not come in time, and who reads it is told to stop', async () => {
  let told: AbortSignal | undefined;
  await using node = await openReceiver(
    (_sender, signal) => {
      told = signal;
      return new Promise(() => {});
    },
    { authorReadMsMax: 1 },
  );
  await node.say(`${host}/ann`, 1);
  expect(await node.kept()).toEqual([['reply', undefined, 'Leuk']]);
  expect(told?.aborted).toBe(true);
});
