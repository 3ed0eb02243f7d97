import type { Exchange } from '../../fetching/exchange.ts';
import { isPosition } from '../../json/json-value.ts';
import { description } from '../description.ts';
import { available, type Gatherer } from '../gatherer.ts';
import type { Walk } from '../walk.ts';
import { walk } from '../walk.ts';
import { expandPosition, hasPosition } from './expand-position.ts';
import { sampleThings } from './sample-things.ts';

/** A page that was asked for by its position. */
export interface PageAtPosition {
  readonly position: number;
  readonly exchange: Exchange;
}

/** What the feed answers to cursors and templates. */
export interface CursorAnswers {
  /** Position of the head when all this was asked. */
  readonly head: number;
  readonly feedFrom: unknown;
  readonly feedAfter: unknown;
  readonly from: readonly PageAtPosition[];
  readonly after: readonly PageAtPosition[];
  /** `feedAfter` for a position that nothing has yet. */
  readonly aboveHead: Exchange | undefined;
  /** A cursor of the walk with another epoch in it; undefined where cursors do not show theirs. */
  readonly foreignEpoch: Exchange | undefined;
}

/** Addresses with cursors that nobody wrote, made of a `next` that was met. */
export const nonsenseCursor = ({ pages }: Walk): readonly string[] => {
  const next = pages.map((page) => page.next).find((one) => typeof one === 'string' && one.includes('?'));
  if (typeof next !== 'string' || !URL.canParse(next)) return [];
  const url = new URL(next);
  for (const name of url.searchParams.keys()) url.searchParams.set(name, 'nobody-wrote-this!');
  return [url.href];
};

const otherEpoch = (epoch: string): string => epoch.slice(0, -1) + (epoch.endsWith('k') ? 'm' : 'k');

/** A `next` of the walk with another epoch in its place. */
const ofAnotherEpoch = ({ pages }: Walk): string | undefined => {
  for (const { next, epoch } of pages)
    if (typeof next === 'string' && typeof epoch === 'string' && epoch.length > 3 && next.includes(epoch))
      return next.replaceAll(epoch, otherEpoch(epoch));
  return undefined;
};

/** The feed at positions, and with cursors that should be refused. */
export const cursorAnswers: Gatherer<CursorAnswers> = {
  name: 'cursor-answers',
  async gather(run) {
    const described = await run.gather(description);
    if (!described.available) return described;
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const sampled = await run.gather(sampleThings);
    const { feedFrom, feedAfter } = described.value.feed;
    const lasts = walked.value.pages.map(({ last }) => last).filter(isPosition);
    const head = Math.max(0, walked.value.headBefore ?? 0, ...lasts);
    const known = sampled.available ? [...sampled.value.things.values()].map(({ position }) => position) : [];
    const middles = run
      .random('positions')
      .sample(known, 2)
      .map((position) => position - 1);
    const ask = (url: string): Promise<Exchange> => run.client.ask(url, { accept: 'application/json' });
    const askAt = (template: unknown, positions: readonly number[]): Promise<readonly PageAtPosition[]> =>
      typeof template === 'string' && hasPosition(template)
        ? Promise.all(
            positions.map(async (position) => ({ position, exchange: await ask(expandPosition(template, position)) })),
          )
        : Promise.resolve([]);
    const foreign = ofAnotherEpoch(walked.value);
    const [aboveHead] = await askAt(feedAfter, [head + 3_600_000_000]);
    return available({
      head,
      feedFrom,
      feedAfter,
      from: await askAt(feedFrom, [0, ...middles, head]),
      after: await askAt(feedAfter, [...middles, head]),
      aboveHead: aboveHead?.exchange,
      foreignEpoch: foreign === undefined ? undefined : await ask(foreign),
    });
  },
};

/** Cursors of the walk, used again when the feed has gone on. */
export interface LaterCursors {
  /** The `next` of the first page, of a walk that began with nothing. */
  readonly fromStart: Exchange | undefined;
  /** The `next` of the page at the head, of a reader that holds everything. */
  readonly fromHead: Exchange | undefined;
  /** The feed has begun anew meanwhile. */
  readonly isNewEpoch: boolean;
}

/** The first and the last cursor of the walk at the end of the run. */
export const laterCursors: Gatherer<LaterCursors> = {
  name: 'later-cursors',
  late: true,
  async gather(run) {
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const { pages, whole, lastOfChain, start } = walked.value;
    const [first] = pages;
    const ask = async (next: unknown): Promise<Exchange | undefined> =>
      typeof next === 'string' ? run.client.ask(next, { accept: 'application/json' }) : undefined;
    const fromStart = await ask(first?.hasCheckpoint === false ? first.next : undefined);
    const fromHead = await ask(whole ? lastOfChain?.next : undefined);
    const again = await run.client.ask(start, { accept: 'application/json' });
    const epoch = /"epoch":\s*"([^"]*)"/.exec(again.answer?.body.toString('utf8') ?? '')?.[1];
    return available({ fromStart, fromHead, isNewEpoch: epoch !== undefined && epoch !== first?.epoch });
  },
};
