import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFederationStore } from '../../store/open-federation-store.ts';
import { HandClock, scratchFolder } from '../../store/store.fixture.ts';
import { replyLimits } from './limits.ts';
import { htmlToText } from './html-to-text.ts';
import type { Reply } from './reply.ts';
import { ReplyStore } from './reply-store.ts';

const openReplies = async (limits = { ...replyLimits, keptMax: 3, keptOfSenderMax: 2, shownOfPostMax: 2 }) => {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await scratchFolder());
  const store = opened.use(await openFederationStore(`${folder.path}/store`, { clock: new HandClock() }));
  const owners = opened.move();
  return { replies: new ReplyStore(store.tables, limits), [Symbol.asyncDispose]: () => owners.disposeAsync() };
};

const reply = (sender: string, number: number, changes: Partial<Reply> = {}) => ({
  kind: 'reply' as const,
  address: `https://a.example/${sender}/${number}`,
  sender: `https://a.example/${sender}`,
  identifier: 'jansen',
  post: 'p1',
  text: `${sender} ${number}`,
  isPublic: true,
  atMs: number,
  ...changes,
});

describe('what others say', () => {
  it('is kept up to the limit, newest first; likes push out no replies', async () => {
    await using node = await openReplies();
    for (let number = 1; number <= 3; number += 1) await node.replies.put(reply(`s${number}`, number));
    for (let number = 4; number <= 8; number += 1)
      await node.replies.put(reply(`s${number}`, number, { kind: 'like' }));
    const times = async () => (await node.replies.list(['jansen', 'node'], 100)).map(({ atMs }) => atMs);
    expect(await times()).toEqual([8, 7, 6, 3, 2, 1]);
    await node.replies.put(reply('s9', 9));
    expect(await times()).toEqual([9, 8, 7, 6, 3, 2]);
    expect(await node.replies.find('https://a.example/s1/1')).toBeUndefined();
    expect((await node.replies.list(['jansen'], 2)).map(({ atMs }) => atMs)).toEqual([9, 8]);
  });

  it('is as much of one sender as the limit, and no more', async () => {
    await using node = await openReplies();
    for (const number of [1, 2, 3]) await node.replies.put(reply('ann', number));
    expect(await node.replies.list(['jansen'], 100)).toHaveLength(2);
    await node.replies.removeSender('https://a.example/ann');
    expect(await node.replies.list(['jansen'], 100)).toEqual([]);
    await node.replies.put(reply('ann', 4));
    expect(await node.replies.list(['jansen'], 100)).toHaveLength(1);
  });

  it('changes where it stands, and only by who said it', async () => {
    await using node = await openReplies();
    await node.replies.put(reply('ann', 1));
    await node.replies.put(reply('bob', 2));
    await node.replies.put(reply('ann', 1, { text: 'anders', atMs: 50 }));
    await node.replies.put(reply('ann', 1, { text: 'van een ander', sender: 'https://a.example/eve' }));
    expect((await node.replies.list(['jansen'], 100)).map(({ text, atMs }) => [text, atMs])).toEqual([
      ['bob 2', 2],
      ['anders', 1],
    ]);
  });
});

const textsOf = async (store: ReplyStore) => (await store.shownOf('p1')).map(({ text }) => text);

describe('what is shown', () => {
  const shown = { author: '@ann@a.example' };
  const show = async (store: ReplyStore, address: string) => {
    const seen = await store.find(address);
    if (seen === undefined) throw new Error(`nothing at ${address}`);
    return store.setShown(seen, shown);
  };
  const nothingOf = reply('ann', 1).address;

  it('is nothing of what comes, as much as the limit, in the order in which it came, and pushed out by nobody', async () => {
    await using node = await openReplies();
    for (const number of [3, 1, 2]) await node.replies.put(reply(`s${number}`, number));
    expect(await textsOf(node.replies)).toEqual([]);
    expect(await show(node.replies, reply('s2', 2).address)).toBe('done');
    expect(await show(node.replies, reply('s1', 1).address)).toBe('done');
    expect(await show(node.replies, reply('s3', 3).address)).toBe('full');
    expect(await show(node.replies, reply('s1', 1).address)).toBe('done');
    expect(await textsOf(node.replies)).toEqual(['s1 1', 's2 2']);
    for (let number = 4; number <= 8; number += 1) await node.replies.put(reply(`s${number}`, number));
    expect(await textsOf(node.replies)).toEqual(['s1 1', 's2 2']);
    expect((await node.replies.list(['jansen'], 100)).map(({ atMs }) => atMs)).toEqual([8, 7, 6, 2, 1]);
  });

  it.each([
    [
      'changes its text',
      (store: ReplyStore) => store.edit(nothingOf, reply('ann', 1).sender, { text: 'anders', isPublic: true }, 50),
    ],
    [
      'says the same in another form',
      (store: ReplyStore) => store.edit(nothingOf, reply('ann', 1).sender, { text: 'ann 1', isPublic: true }, 50),
    ],
    [
      'sends it again with another text',
      (store: ReplyStore) => store.put(reply('ann', 1, { text: 'anders', atMs: 50 })),
    ],
    [
      'no longer says it to everybody',
      (store: ReplyStore) => store.put(reply('ann', 1, { isPublic: false, atMs: 50 })),
    ],
    ['makes it an answer to another post', (store: ReplyStore) => store.put(reply('ann', 1, { post: 'p2', atMs: 50 }))],
    [
      'sends a like in its place',
      (store: ReplyStore) => store.put(reply('ann', 1, { kind: 'like' as never, atMs: 50 })),
    ],
  ])('is hidden again when its author %s', async (_title, change) => {
    await using node = await openReplies();
    await node.replies.put(reply('ann', 1));
    const seen = await node.replies.find(nothingOf);
    await show(node.replies, nothingOf);
    await change(node.replies);
    expect(await textsOf(node.replies)).toEqual([]);
    expect(await node.replies.shownOf('p2')).toEqual([]);
    expect(await node.replies.find(nothingOf)).toMatchObject({ editedMs: 50, atMs: 1 });
    // Who decided on it before the change decided on something else.
    expect(seen && (await node.replies.setShown(seen, shown))).toBe('changed');
    expect(await textsOf(node.replies)).toEqual([]);
  });

  it('stays when the same comes again, and when others pretend to change it', async () => {
    await using node = await openReplies();
    await node.replies.put(reply('ann', 1));
    await show(node.replies, nothingOf);
    await node.replies.put(reply('ann', 1, { atMs: 50 }));
    await node.replies.edit(nothingOf, 'https://a.example/eve', { text: 'van een ander', isPublic: true }, 50);
    expect(await textsOf(node.replies)).toEqual(['ann 1']);
    expect((await node.replies.find(nothingOf))?.editedMs).toBeUndefined();
  });

  it('is kept up to a limit of its own, the oldest goes', async () => {
    await using node = await openReplies();
    const countOf = async () => (await node.replies.list(['jansen'], 100)).length;
    for (const number of [1, 2, 3, 4]) {
      await node.replies.put(reply(`s${number}`, number, { post: `p${number}` }));
      expect(await show(node.replies, reply(`s${number}`, number).address)).toBe('done');
      expect(await countOf()).toBe(Math.min(number, 3));
    }
    expect(await node.replies.shownOf('p1')).toEqual([]);
    expect(await node.replies.shownOf('p2')).toHaveLength(1);
  });

  it('stays when it is hidden among as many newer ones as are kept', async () => {
    await using node = await openReplies();
    await node.replies.put(reply('s1', 1));
    const { address } = reply('s1', 1);
    await show(node.replies, address);
    for (const number of [2, 3, 4]) await node.replies.put(reply(`s${number}`, number));
    const seen = await node.replies.find(address);
    expect(seen && (await node.replies.setShown(seen, undefined))).toBe('done');
    expect((await node.replies.list(['jansen'], 100)).map(({ atMs }) => atMs)).toEqual([4, 3, 1]);
  });

  it('goes with its author', async () => {
    await using node = await openReplies();
    await node.replies.put(reply('ann', 1));
    await show(node.replies, nothingOf);
    await node.replies.removeSender('https://a.example/ann');
    expect(await textsOf(node.replies)).toEqual([]);
  });
});

describe('the words of HTML', () => {
  it.each([
    ['<p>Een<br/>twee</p><p>drie &amp; &lt;vier&gt;</p>', 'Een\ntwee\ndrie & <vier>'],
    ['<p><a href="https://a.example/" class="x>y">@<span>shop</span></a> hallo</p>', 'y">@shop hallo'],
    ['<script>alert(1)</script>a<style>b{}</style><!-- c -->d', 'ad'],
    ['a<script>niet gesloten', 'a'],
    ['1 < 2', '1'],
    ['&#60;b&#x3e; &unknown; &#0;&#x110000;', '<b> &unknown;'],
    ['  veel \n\n  ruimte ', 'veel ruimte'],
  ])('of %s', (html, text) => expect(htmlToText(html, 1_000)).toBe(text));

  it('hold no tag that was there, and end', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<br',
      '<p>',
      '</p>',
      '<script',
      '<!--',
      '-->',
      '"',
      ' ',
      'a',
      '&lt',
      ';',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('').replaceAll('&', '');
        expect(htmlToText(html, 1_000)).not.toMatch(/<[a-z/!]/);
      }),
    );
    for (const opening of ['<br ', '<script ', '<', '<!--', '</p ']) htmlToText(opening.repeat(50_000), 1_000);
  });

  it('are cut at the limit', () => {
    expect(htmlToText('x'.repeat(10), 10)).toHaveLength(10);
    expect(htmlToText('x'.repeat(11), 10)).toHaveLength(10);
  });
});
