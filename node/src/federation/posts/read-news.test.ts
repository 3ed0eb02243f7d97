import { expect, it } from 'vitest';
import { postLimits } from './limits.ts';
import { draft, nodeActor, openTestPosts, shopActor } from './posts.test-helper.ts';
import { readNews } from './read-news.ts';
import type { ReadableReply } from './replies/readable-replies.ts';

const noReplies = { of: () => Promise.resolve([]) };

it('the news of an actor is its latest posts, up to the limit, newest first', async () => {
  await using node = await openTestPosts();
  const textsOf = async (actor = shopActor) =>
    (await readNews(actor, { posts: node.store, replies: noReplies })).map(({ text }) => text);
  const said: string[] = [];
  for (let number = 1; number <= postLimits.newsItems + 1; number += 1) {
    expect(await textsOf()).toEqual(said);
    await node.posts.publish(draft({ text: String(number) }));
    node.clock.turn(1_000);
    said.unshift(String(number));
  }
  expect(await textsOf()).toEqual(said.slice(0, postLimits.newsItems));
  expect(await textsOf(nodeActor)).toEqual([]);
});

it('who has moved, and who is not there, has no news here; nor is news what waits for its time', async () => {
  await using node = await openTestPosts();
  const parts = { posts: node.store, replies: noReplies };
  await node.posts.publish(draft());
  await node.posts.publish(draft({ text: 'Later', atMs: node.clock.now() + 1_000 }));
  expect(await readNews(shopActor, parts)).toHaveLength(1);
  expect(await readNews({ ...shopActor, movedTo: 'https://elders.example/actors/jansen' }, parts)).toEqual([]);
  expect(await readNews(undefined, parts)).toEqual([]);
});

it('answers to people are no news, and are looked past as far as the limit', async () => {
  await using node = await openTestPosts();
  const textsOf = async () =>
    (await readNews(shopActor, { posts: node.store, replies: noReplies })).map(({ text }) => text);
  const sender = 'https://a.example/ann';
  const answers = {
    address: `${sender}/1`,
    actor: sender,
    inbox: `${sender}/inbox`,
    sharedInbox: undefined,
    name: '@ann@a.example',
    isPublic: true,
  };
  await node.posts.publish(draft({ text: 'Nieuws' }));
  const answer = async () => {
    node.clock.turn(1_000);
    await node.posts.publish(draft({ text: 'Ja', answers }));
  };
  for (let number = 1; number < postLimits.newsLookedThrough; number += 1) await answer();
  expect(await textsOf()).toEqual(['Nieuws']);
  await answer();
  expect(await textsOf()).toEqual([]);
});

it('a reply comes with what a page shows of it, and nothing else that is kept', async () => {
  await using node = await openTestPosts();
  const { id } = await node.posts.publish(draft());
  const kept: ReadableReply = {
    id: 'r1',
    kind: 'reply',
    address: 'https://a.example/1',
    sender: 'https://a.example/ann',
    identifier: 'jansen',
    post: id,
    text: 'Leuk',
    isPublic: true,
    atMs: 0,
    shown: { author: '@ann@a.example' },
  };
  const replies = { of: (post: string) => Promise.resolve(post === id ? [kept] : []) };
  const [item] = await readNews(shopActor, { posts: node.store, replies });
  expect(item?.replies).toEqual([
    {
      author: '@ann@a.example',
      sender: 'https://a.example/ann',
      address: 'https://a.example/1',
      text: 'Leuk',
      received: '1970-01-01T00:00:00.000Z',
    },
  ]);
});
