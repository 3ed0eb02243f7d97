import { beforeEach, describe, expect, it } from 'vitest';
import { mediaTypes } from '../../http/media-types.ts';
import type { LogHead } from '../../log/change-log.ts';
import { emptyHead } from '../../log/head.ts';
import type { FeedStart } from './feed-start.ts';
import { feedLimits } from './limits.ts';
import { createPagesAhead, type PagesAhead } from './pages-ahead.ts';
import type { FeedMediaType } from './write-page.ts';

const { json, jsonLd } = mediaTypes;
const startAt = (after: number): FeedStart => ({ by: 'position', after, path: `/feed?afterChangeNumber=${after}` });

let nowMs: number;
let head: LogHead;
let text: string;
let goesOn: FeedStart | undefined;
let made: string[];
let ahead: PagesAhead;
beforeEach(() => {
  nowMs = 0;
  head = { ...emptyHead('e'), position: 10 };
  text = 'page';
  goesOn = startAt(99);
  made = [];
  ahead = createPagesAhead(
    async (start, type) => {
      made.push(start.path);
      const page = { head, tag: `${type} ${start.after}`, goesOn };
      return { ...page, body: () => text };
    },
    () => head,
    { now: () => nowMs },
  );
});

const taken = async (after: number, type: FeedMediaType = json): Promise<string | undefined> =>
  (await ahead.take(startAt(after), type))?.tag;

describe('a page made ahead', () => {
  it('is given once, to who asks for it in the same form', async () => {
    ahead.prepare(startAt(1), json);
    expect(await taken(2)).toBeUndefined();
    expect(await taken(1, jsonLd)).toBeUndefined();
    expect(await taken(1)).toBe('application/json 1');
    expect(await taken(1)).toBeUndefined();
    expect(made).toHaveLength(1);
  });

  it.each([
    ['a change', { position: 11 }],
    ['a new epoch', { epoch: 'f' }],
    ['a tombstone dropped', { droppedTombstone: 3 }],
  ])('is nobody’s any more after %s', async (_what, change) => {
    ahead.prepare(startAt(1), json);
    head = { ...head, ...change };
    expect(await taken(1)).toBeUndefined();
  });

  it('does not reach the head: a checkpoint is signed for who asks', async () => {
    goesOn = undefined;
    ahead.prepare(startAt(1), json);
    expect(await taken(1)).toBeUndefined();
  });

  it('that cannot be made is left to the reader who asks', async () => {
    ahead = createPagesAhead(
      () => Promise.reject(new Error('gone')),
      () => head,
      { now: () => nowMs },
    );
    ahead.prepare(startAt(1), json);
    expect(await taken(1)).toBeUndefined();
  });

  it('is kept up to the limit of length, and not one past it', async () => {
    text = 'x'.repeat(feedLimits.pageAheadCharactersMax);
    ahead.prepare(startAt(1), json);
    expect(await taken(1)).toBeDefined();
    text += 'x';
    ahead.prepare(startAt(2), json);
    expect(await taken(2)).toBeUndefined();
  });

  it('has room up to the limit of pages; one past it gets the room of those that nobody came for in time', async () => {
    const { pagesAheadMax, pageAheadMs } = feedLimits;
    for (let page = 0; page < pagesAheadMax; page++) ahead.prepare(startAt(page), json);
    nowMs = pageAheadMs;
    ahead.prepare(startAt(100), json);
    expect(made).toHaveLength(pagesAheadMax);
    nowMs = pageAheadMs + 1;
    ahead.prepare(startAt(100), json);
    expect(await taken(0)).toBeUndefined();
    expect(await taken(100)).toBeDefined();
  });
});
