import { describe, expect, it } from 'vitest';
import { digits } from '../store/tables.ts';
import { postLimits } from './limits.ts';
import { draft, openTestPosts } from './posts.test-helper.ts';

const ann = 'https://a.example/ann';
const hourMs = 3_600_000;

const row = (line: number, mark: string, changes: Parameters<typeof draft>[0] = {}) => ({
  line,
  mark,
  post: draft(changes),
});

describe('posts', () => {
  it('are told once when they are said, changed and taken back', async () => {
    await using node = await openTestPosts();
    const post = await node.posts.publish(draft());
    await node.posts.edit(post.id, { text: 'Morgen dicht' });
    await node.posts.edit(post.id, { text: 'Morgen dicht' });
    await node.posts.remove(post.id);
    await node.posts.work();
    expect(node.told).toEqual(['create 0 Morgen open', 'update 1 Morgen dicht', 'delete 1 Morgen dicht']);
    await expect(node.posts.edit(post.id, { text: 'Toch open' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(node.posts.remove(post.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await node.posts.said(undefined, 10)).toEqual([]);
  });

  it('that answer are for one person alone where nobody kept that they are for everybody', async () => {
    await using node = await openTestPosts();
    const to = {
      address: `${ann}/1`,
      actor: ann,
      inbox: `${ann}/inbox`,
      sharedInbox: undefined,
      name: '@ann@a.example',
    };
    const answers = { ...to, isPublic: undefined as never };
    const { id } = await node.posts.publish(draft({ answers }));
    const outbox = async () => (await node.store.outbox('jansen', { limit: 10 })).posts;
    expect(await outbox()).toEqual([]);
    expect(await node.posts.said('jansen', 10)).toHaveLength(1);
    // Also where it stands in the outbox already.
    const key = `box!jansen!${digits(node.clock.now())}!${id}`;
    await node.tables.write([{ table: 'post', key, value: '' }], true);
    expect(await outbox()).toEqual([]);
  });

  it('are told later when they could not be, as they are by then', async () => {
    await using node = await openTestPosts();
    node.courier.isDown = true;
    const post = await node.posts.publish(draft());
    await node.posts.edit(post.id, { text: 'Morgen dicht' });
    expect(node.told).toEqual([]);
    expect(node.errors).toHaveLength(2);
    await node.restart();
    node.courier.isDown = false;
    await node.posts.work();
    await node.posts.work();
    expect(node.told).toEqual(['create 1 Morgen dicht']);
  });

  it('wait for their time, also over a restart', async () => {
    await using node = await openTestPosts();
    const atMs = node.clock.now() + hourMs;
    await node.posts.publish(draft({ text: 'later', atMs: atMs + 1 }));
    await node.posts.publish(draft({ text: 'straks', atMs }));
    const withdrawn = await node.posts.publish(draft({ text: 'nooit', atMs }));
    await node.posts.remove(withdrawn.id);
    node.clock.turn(hourMs - 1);
    expect(await node.posts.work()).toBe(atMs);
    expect(node.told).toEqual([]);
    await node.restart();
    node.clock.turn(1);
    expect(await node.posts.work()).toBe(atMs + 1);
    expect(node.told).toEqual(['create 0 straks']);
    expect((await node.posts.said('jansen', 10)).map(({ text, publishedMs }) => [text, publishedMs])).toEqual([
      ['straks', atMs],
    ]);
    expect((await node.posts.scheduled(10)).map(({ text }) => text)).toEqual(['later']);
  });

  it('of an actor that is gone by their time are never said', async () => {
    await using node = await openTestPosts();
    await node.posts.publish(draft({ atMs: node.clock.now() + hourMs }));
    node.actors.pop();
    node.clock.turn(hourMs);
    await node.posts.work();
    expect(node.told).toEqual([]);
    expect(await node.posts.scheduled(10)).toEqual([]);
  });

  it.each([
    ['no text', { text: ' \n ' }],
    ['a text past the limit', { text: 'x'.repeat(postLimits.textCharactersMax + 1) }],
    ['a link that is none', { link: 'javascript:alert(1)' }],
    ['a picture without words', { pictures: [{ address: 'https://a.example/a.jpg', alternative: ' ' }] }],
    [
      'words for a picture past the limit',
      {
        pictures: [
          { address: 'https://a.example/a.jpg', alternative: 'x'.repeat(postLimits.alternativeCharactersMax + 1) },
        ],
      },
    ],
    [
      'one picture too many',
      {
        pictures: Array.from({ length: postLimits.pictures + 1 }, () => ({
          address: 'https://a.example/a.jpg',
          alternative: 'a',
        })),
      },
    ],
    ['no language', { language: 'Dutch!' }],
    ['nobody who says it', { identifier: 'bakker' }],
  ])('with %s are refused', async (_title, changes) => {
    await using node = await openTestPosts();
    await expect(node.posts.publish(draft(changes))).rejects.toMatchObject({ code: /bad-request|not-found/ });
    expect(await node.posts.said(undefined, 10)).toEqual([]);
  });

  it('may be as long and as many as the limits', async () => {
    await using node = await openTestPosts({ scheduledMax: 2 });
    const picture = {
      address: 'https://a.example/a.jpg',
      alternative: 'x'.repeat(postLimits.alternativeCharactersMax),
    };
    await node.posts.publish(
      draft({
        text: 'x'.repeat(postLimits.textCharactersMax),
        pictures: Array.from({ length: postLimits.pictures }, () => picture),
      }),
    );
    const atMs = node.clock.now() + hourMs;
    await node.posts.publish(draft({ atMs }));
    await node.posts.publish(draft({ atMs: node.clock.now() + postLimits.aheadMsMax }));
    await expect(node.posts.publish(draft({ atMs }))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('may be a day late, and two years early', async () => {
    await using node = await openTestPosts();
    const nowMs = node.clock.now();
    await node.posts.publish(draft({ atMs: nowMs - postLimits.lateMsMax }));
    await expect(node.posts.publish(draft({ atMs: nowMs - postLimits.lateMsMax - 1 }))).rejects.toThrow(/a day ago/);
    await node.posts.publish(draft({ atMs: nowMs + postLimits.aheadMsMax }));
    await expect(node.posts.publish(draft({ atMs: nowMs + postLimits.aheadMsMax + 1 }))).rejects.toThrow(/two years/);
  });

  it('stand newest first, page by page', async () => {
    await using node = await openTestPosts();
    for (let number = 0; number < 5; number += 1) {
      await node.posts.publish(draft({ text: String(number) }));
      // Two have the same time.
      if (number !== 2) node.clock.turn(1);
    }
    await node.posts.publish(draft({ identifier: 'node', text: 'town' }));
    const read: string[] = [];
    let after: string | undefined;
    do {
      const page = await node.store.outbox('jansen', { after, limit: 2 });
      expect(page.posts.length).toBeLessThanOrEqual(2);
      read.push(...page.posts.map(({ text }) => text));
      after = page.next;
    } while (after !== undefined);
    expect(read.filter((text) => text !== '2' && text !== '3')).toEqual(['4', '1', '0']);
    expect(read.toSorted()).toEqual(['0', '1', '2', '3', '4']);
    expect(await node.store.outboxCount('jansen')).toBe(5);
    expect(await node.store.outbox('jansen', { after: '!node!x', limit: 2 })).toEqual({ posts: [], next: undefined });
  });
});

describe('a file of news', () => {
  it('is said once however often it is read, and changes what it said before', async () => {
    await using node = await openTestPosts();
    const atMs = node.clock.now() + hourMs;
    const rows = [
      row(2, 'a', { text: 'nu' }),
      row(3, 'b', { text: 'straks', atMs }),
      row(4, 'c', { text: '' }),
      row(5, 'd', { identifier: 'bakker' }),
    ];
    expect((await node.posts.takeNews(rows)).map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'sent'],
      [3, 'scheduled'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    await node.restart();
    const again = await node.posts.takeNews([row(2, 'a', { text: 'nu!' }), row(3, 'b', { text: 'straks', atMs })]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['changed', 'known']);
    const moved = await node.posts.takeNews([row(3, 'b', { text: 'straks', atMs: atMs + hourMs })]);
    expect(moved.map(({ outcome }) => outcome)).toEqual(['changed']);
    node.clock.turn(hourMs);
    await node.posts.work();
    expect(node.told).toEqual(['create 0 nu', 'update 1 nu!']);
    node.clock.turn(30 * 24 * hourMs);
    await node.posts.work();
    expect(node.told.at(-1)).toBe('create 0 straks');
    const [known] = await node.posts.takeNews([row(3, 'b', { text: 'straks', atMs })]);
    expect(known?.outcome).toBe('known');
    await node.posts.remove(known?.post ?? '');
    expect((await node.posts.takeNews([row(3, 'b', { text: 'straks', atMs })]))[0]?.outcome).toBe('known');
    expect(node.told.filter((told) => told.startsWith('create'))).toHaveLength(2);
  });
});
