import { expect, it } from 'vitest';
import type { RemoteActor } from '../../inbox/remote-actor.ts';
import type { ReadActor } from '../../moving/check-link.ts';
import { actorList, draft, openTestPosts } from '../posts.test-helper.ts';
import { replyLimits } from './limits.ts';
import { createModeration } from './moderate-replies.ts';
import { nameAuthor } from './name-author.ts';
import { createReadableReplies } from './readable-replies.ts';
import type { Reply } from './reply.ts';
import { ReplyStore } from './reply-store.ts';

const sender = 'https://a.example/users/ann';
const annIs = (handle: string | undefined) => ({ handle }) as RemoteActor;

const openModeration = async (readActor: ReadActor = () => Promise.resolve(annIs('ann@a.example'))) => {
  const node = await openTestPosts();
  const { id } = await node.posts.publish(draft());
  const limits = { ...replyLimits, shownOfPostMax: 2 };
  const replies = new ReplyStore(node.tables, limits);
  const blocked = new Set<string>();
  const looks: string[] = [];
  const around = {
    replies,
    posts: {
      get(post: string) {
        looks.push(post);
        return node.store.get(post);
      },
    },
    actors: actorList(node.actors),
    blocks: { isBlocked: (hostname: string) => blocked.has(hostname) },
  };
  const readable = createReadableReplies(around);
  return {
    node,
    post: id,
    replies,
    blocked,
    looks,
    moderation: createModeration({ ...around, readable, readActor, limits }),
    readable: async () => (await readable.of(id)).map(({ text, shown }) => `${shown.author}: ${text}`),
    /** @returns the name under which it is kept */
    async keep(changes: Partial<Reply> = {}): Promise<string> {
      const reply: Reply = {
        kind: 'reply',
        address: `${sender}/1`,
        sender,
        identifier: 'jansen',
        post: id,
        text: 'Leuk',
        isPublic: true,
        atMs: 1,
        ...changes,
      };
      await replies.put(reply);
      return (await replies.find(reply.address))?.id ?? '';
    },
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  };
};

it('nobody reads what comes, until the operator shows it, and no more once it is hidden', async () => {
  await using test = await openModeration();
  const id = await test.keep();
  const other = await test.keep({ address: `${sender}/2`, text: 'Ook leuk' });
  expect(await test.readable()).toEqual([]);
  const shown = await test.moderation.show(id);
  expect(await test.readable()).toEqual(['@ann@a.example: Leuk']);
  expect(await test.moderation.isReadable(shown)).toBe(true);
  expect(await test.moderation.isReadable(await test.moderation.hide(id))).toBe(false);
  expect(await test.readable()).toEqual([]);
  await test.moderation.show(other);
  await test.moderation.show(other);
  expect(await test.readable()).toEqual(['@ann@a.example: Ook leuk']);
});

it.each<[string, Partial<Reply>, RegExp]>([
  ['a like', { kind: 'like', text: '' }, /Likes and boosts/],
  ['a boost', { kind: 'boost', text: '' }, /Likes and boosts/],
  ['a mention that answers nothing', { post: undefined }, /nothing to show it beneath/],
  ['an answer to a post that is not here', { post: 'p9' }, /was taken back/],
  ['what was said to some', { isPublic: false }, /not to everybody/],
  ['what has no words', { text: '' }, /no words/],
])('%s can not be shown, and says why', async (_title, changes, why) => {
  await using test = await openModeration();
  const id = await test.keep(changes);
  await expect(test.moderation.show(id)).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringMatching(why) as unknown,
  });
  expect(await test.readable()).toEqual([]);
});

it('what is shown is gone with its post, with the actor that it answers, and while its host is blocked', async () => {
  await using test = await openModeration();
  const id = await test.keep();
  await test.moderation.show(id);
  test.blocked.add('a.example');
  expect(await test.readable()).toEqual([]);
  await expect(test.moderation.show(id)).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('blocked') as unknown,
  });
  test.blocked.clear();
  expect(await test.readable()).toHaveLength(1);
  test.node.actors.splice(1, 1);
  expect(await test.readable()).toEqual([]);
});

it('a post that is taken back takes what is shown beneath it along', async () => {
  await using test = await openModeration();
  await test.moderation.show(await test.keep());
  await test.node.posts.remove(test.post);
  expect(await test.readable()).toEqual([]);
});

it('as many are shown beneath a post as the limit, and one more when one is hidden', async () => {
  await using test = await openModeration();
  const ids = await Promise.all(
    [1, 2, 3].map((atMs) => test.keep({ address: `${sender}/${atMs}`, text: `${atMs}`, atMs })),
  );
  const [first = '', second = '', third = ''] = ids;
  await test.moderation.show(first);
  await test.moderation.show(second);
  await expect(test.moderation.show(third)).rejects.toMatchObject({ code: 'limit-exceeded' });
  await test.moderation.hide(first);
  await test.moderation.show(third);
  expect(await test.readable()).toEqual(['@ann@a.example: 2', '@ann@a.example: 3']);
});

it('a post is looked up once, however many are shown beneath it', async () => {
  await using test = await openModeration();
  for (const atMs of [1, 2]) await test.moderation.show(await test.keep({ address: `${sender}/${atMs}`, atMs }));
  test.looks.length = 0;
  expect(await test.readable()).toHaveLength(2);
  expect(test.looks).toEqual([test.post]);
});

it('what its author changes while the operator decides is not shown', async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<RemoteActor>();
  await using test = await openModeration(() => {
    asked.resolve();
    return answered.promise;
  });
  const id = await test.keep();
  const showing = test.moderation.show(id);
  await asked.promise;
  await test.replies.edit(`${sender}/1`, sender, { text: 'Koop hier!', isPublic: true }, 2);
  answered.resolve(annIs('ann@a.example'));
  await expect(showing).rejects.toMatchObject({ code: 'bad-request' });
  expect(await test.readable()).toEqual([]);
});

it('who can not be asked for a name is called by the host', async () => {
  await using test = await openModeration(() => Promise.reject(new Error('no network')));
  await test.moderation.show(await test.keep());
  expect(await test.readable()).toEqual(['a.example: Leuk']);
});

const { nameCharactersMax } = replyLimits;
it.each([
  ['ann@a.example', '@ann@a.example'],
  [`${'a'.repeat(nameCharactersMax)}@a.example`, `@${'a'.repeat(nameCharactersMax)}@a.example`],
  [`${'a'.repeat(nameCharactersMax + 1)}@a.example`, 'a.example'],
  ['@a.example', 'a.example'],
  ['jansen@waterveen.example', 'a.example'],
  ['jansen@waterveen.example@a.example', 'a.example'],
  ['<b>@a.example', 'a.example'],
  ['an\u202En@a.example', 'a.example'],
  ['ja\u0438sen@a.example', 'a.example'],
  [undefined, 'a.example'],
])('an author who says to be %s is called %s', (handle, name) => {
  expect(nameAuthor(sender, handle, nameCharactersMax)).toBe(name);
});
