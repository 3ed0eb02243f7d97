import type { SignedCheckpoint } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { ReplicaChange, ReplicaCursor, ReplicaWriter } from '../../model/replica.ts';
import type { Clock } from '../../model/clock.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import type { FetchAnswer, Fetched } from '../fetching/fetched.ts';
import { readBoundedJson } from './bounded-json.ts';
import { type CheckedPage, checkPage } from './check-page.ts';
import type { DiskShare } from './disk-share.ts';
import { entriesWithRoom } from './entries-with-room.ts';
import { freshUntilMs } from './fresh-until.ts';
import { provenCheckpoint } from './judge-head.ts';
import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';
import type { Peer } from './read-peer.ts';
import type { ThingShare } from './thing-share.ts';
import { readWith, tooLong } from './walk-length.ts';

/** How reading a feed up to its head ended. */
export type ReadEnd =
  /** The head was read, or has not changed: what its checkpoint counts stands in the cursor. */
  | { readonly how: 'head'; readonly cursor: ReplicaCursor }
  /** The walk, or what the replica holds, is of no use any more. */
  | { readonly how: 'anew'; readonly cursor: ReplicaCursor; readonly reason: PullReason }
  /** The peer lives on elsewhere: what it says last is not taken. */
  | { readonly how: 'moved'; readonly cursor: ReplicaCursor; readonly reason: PullReason }
  | { readonly how: 'behind'; readonly cursor: ReplicaCursor; readonly reason: PullReason }
  | {
      readonly how: 'failed';
      readonly cursor: ReplicaCursor;
      readonly reason: PullReason;
      readonly retryAfterMs: number | undefined;
    };

export interface ReadTools {
  readonly origin: string;
  readonly peer: Peer;
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly log: Pick<ChangeLogReader, 'states'>;
  readonly writer: ReplicaWriter;
  readonly limits: ReplicaLimits;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Asks, where things that are gone point elsewhere, whether all of the peer went; why it can't go on then. */
  readonly hasLeft: () => Promise<{ readonly how: 'moved' | 'failed'; readonly reason: PullReason } | undefined>;
  readonly diskShare: DiskShare;
  readonly thingShare: ThingShare;
  readonly hasTime: () => boolean;
  readonly onPage: (page: CheckedPage, change: ReplicaChange) => void;
  readonly onAnswer: (encodedBytes: number) => void;
}

type Refusal = Omit<PullReason, 'url'>;

const gone = 410;

/** CONS-008: a page of another epoch may come with any status, from hosts that can't answer 410. */
const isOfOtherEpoch = (answer: FetchAnswer, epoch: string, limits: ReplicaLimits): boolean => {
  const json = readBoundedJson(answer.body, limits);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return false;
  const page = json.value as Readonly<Record<string, unknown>>;
  return page['type'] === 'EventStream' && typeof page['epoch'] === 'string' && page['epoch'] !== epoch;
};

const anew = (words: string): Refusal => ({ code: 'starts-over', words });
const headBehind = anew('the head of the feed is behind the replica');
const unproven: Refusal = {
  code: 'checkpoint-unproven',
  words: 'its checkpoint is not signed by a key of the description that counts',
};

/** Is the peer's head behind what was read of it? Then it has lost some of its history. */
const isBehind = (checkpoint: SignedCheckpoint, { head, position }: ReplicaCursor): boolean =>
  checkpoint.position < Math.max(head, position);

/** Why a page can't be taken at this point of the walk. */
const objectionTo = (
  page: CheckedPage,
  checkpoint: SignedCheckpoint | undefined,
  cursor: ReplicaCursor,
): Refusal | undefined => {
  if (cursor.epoch !== '' && page.epoch !== cursor.epoch) return anew('the feed has begun a new epoch');
  if (page.stands === 'head') {
    if (checkpoint === undefined) return unproven;
    return isBehind(checkpoint, cursor) ? headBehind : undefined;
  }
  return (page.last ?? -1) <= cursor.position
    ? { code: 'walk-loops', words: 'positions do not grow from page to page' }
    : undefined;
};

/** Reads pages and hands them to the writer, each with the cursor behind it, until the feed's head. */
export const readToHead = async (start: ReplicaCursor, tools: ReadTools): Promise<ReadEnd> => {
  const { origin, peer, fetcher, writer, limits, signal } = tools;
  const ahead = new AbortController();
  const stopAhead = (): void => ahead.abort();
  signal?.addEventListener('abort', stopAhead, { once: true });
  if (signal?.aborted === true) ahead.abort();

  const ask = (cursor: ReplicaCursor): Promise<Fetched> =>
    fetcher.get(cursor.next, {
      signal: ahead.signal,
      headers: {
        accept: 'application/json, application/ld+json;q=0.9, */*;q=0.1',
        ...(cursor.tag === undefined ? {} : { 'if-none-match': cursor.tag }),
        // What a cache holds may be what differs.
        ...(cursor.comparison === 'healing' ? { 'cache-control': 'no-cache' } : {}),
      },
    });

  /** The page of an answer, or why there is none. */
  const readPage = (answer: FetchAnswer, cursor: ReplicaCursor): CheckedPage | Refusal => {
    const json = readBoundedJson(answer.body, limits);
    if (!json.ok) return { code: 'page-broken', words: json.words };
    const reachedByNext = cursor.next !== peer.start;
    const verdict = checkPage(json.value, { origin, feed: peer.feed, reachedByNext, limits });
    return verdict.ok ? verdict.page : verdict.reason;
  };

  /** An empty page without a checkpoint is what a reader above the head gets (LIVE-020): the signed head tells. */
  const judgeBeyond = async (cursor: ReplicaCursor): Promise<Refusal> => {
    const answer = await fetcher.get(peer.description.feed.checkpointUrl, { signal: ahead.signal });
    if (!answer.ok) return answer;
    tools.onAnswer(answer.encodedBytes);
    const json = readBoundedJson(answer.body, limits);
    const checkpoint = json.ok ? provenCheckpoint(json.value, peer.keys) : undefined;
    if (checkpoint === undefined) return unproven;
    if (checkpoint.epoch !== cursor.epoch || isBehind(checkpoint, cursor)) return headBehind;
    return { code: 'page-broken', words: 'the page breaks CHK-003: it is empty and carries no checkpoint' };
  };

  const read = async (): Promise<ReadEnd> => {
    let cursor = start;
    let pending: Promise<Fetched> | undefined;
    const end = (
      how: 'anew' | 'behind' | 'failed',
      { code, words, requirements }: Refusal,
      retryAfterMs?: number,
    ): ReadEnd => ({
      how,
      cursor,
      reason: { code, words, url: cursor.next, ...(requirements === undefined ? {} : { requirements }) },
      retryAfterMs,
    });
    const refuse = (refusal: Refusal): ReadEnd => end(refusal.code === 'starts-over' ? 'anew' : 'failed', refusal);
    for (let pages = 0; ; pages += 1) {
      if (pages >= limits.pagesPerPullMax)
        return end('behind', { code: 'more-to-come', words: `one pull reads ${limits.pagesPerPullMax} pages` });
      if (pages > 0 && !tools.hasTime())
        return end('behind', { code: 'more-to-come', words: 'others are read before it goes on' });
      const answer = await (pending ?? ask(cursor));
      if (signal?.aborted === true) return end('behind', { code: 'stopped', words: 'it was stopped' });
      if (!answer.ok) return end('failed', answer, answer.retryAfterMs);
      tools.onAnswer(answer.encodedBytes);
      const untilMs = freshUntilMs(answer.headers.get('cache-control'), tools.clock.now());
      if (answer.status === 304 && cursor.tag !== undefined)
        return { how: 'head', cursor: { ...cursor, freshUntilMs: untilMs } };
      if (answer.status !== 200) {
        const words = `it answers ${answer.status}`;
        const isLost = answer.status === gone || (cursor.epoch !== '' && isOfOtherEpoch(answer, cursor.epoch, limits));
        return refuse(isLost && cursor.next !== peer.start ? anew(words) : { code: 'answer-unexpected', words });
      }
      const page = readPage(answer, cursor);
      if ('code' in page) return refuse(page);
      const checkpoint = page.stands === 'head' ? provenCheckpoint(page.checkpoint, peer.keys) : undefined;
      const isSameEpoch = cursor.epoch === '' || page.epoch === cursor.epoch;
      if (page.stands === 'beyond' && isSameEpoch) return refuse(await judgeBeyond(cursor));
      const objection = objectionTo(page, checkpoint, cursor);
      if (objection !== undefined) return refuse(objection);
      const left = page.pointsAway ? await tools.hasLeft() : undefined;
      if (left !== undefined) return { ...left, cursor, retryAfterMs: undefined };
      const nowMs = tools.clock.now();
      const counted = readWith(cursor, { entries: page.entries.length, bytes: answer.body.length }, nowMs, limits);
      const limit = tooLong(counted, cursor, nowMs, limits);
      if (limit !== undefined) return refuse(limit);
      const { room } = await tools.diskShare.lookAfter(answer.body.length);
      const asksAgain = page.next === cursor.next;
      const behind: ReplicaCursor = {
        ...cursor,
        phase: cursor.phase === 'walking' && checkpoint !== undefined ? 'sweeping' : cursor.phase,
        epoch: page.epoch,
        next: page.next,
        asksAgain,
        tag: asksAgain ? answer.headers.get('etag') : undefined,
        checkpoint: checkpoint && { live: checkpoint.live, digest: checkpoint.digest },
        freshUntilMs: asksAgain ? untilMs : 0,
        position: Math.max(cursor.position, page.last ?? -1),
        head: checkpoint?.position ?? cursor.head,
        read: counted,
      };
      // The peer makes its next page while this one is written.
      if (checkpoint === undefined) pending = ask(behind);
      const { newThingsMax } = await tools.thingShare();
      const entries = await entriesWithRoom(page.entries, { room, newThingsMax }, tools.log);
      const change = await writer.applyPage(entries, behind, { durable: checkpoint !== undefined });
      tools.onPage(page, change);
      cursor = behind;
      if (checkpoint !== undefined) return { how: 'head', cursor };
    }
  };
  try {
    return await read();
  } finally {
    ahead.abort();
    signal?.removeEventListener('abort', stopAhead);
  }
};
