import { notTested, type NotTested, unanswered } from '../checks/verdict.ts';
import type { ExchangeName } from '../fetching/exchange.ts';
import { isObject, isPosition, type JsonObject } from '../json/json-value.ts';
import type { Run } from '../run/run.ts';
import { checkpointAnswer } from './checkpoint-answer.ts';
import { DigestVariants, type VariantDigest } from './digest-variants.ts';
import { available, type Gatherer, missing } from './gatherer.ts';
import { readObject } from './json-object-answer.ts';
import { evidenceLimits } from './limits.ts';
import { publisher } from './publisher.ts';
import { Replica } from './replica.ts';
import { readNewestPages, readRandomPages } from './sample-pages.ts';
import type { PageSummary, SeenPage } from './seen-page.ts';
import { type ChainEnd, walkChain } from './walk-chain.ts';

/** What a page that carries a checkpoint says, and what a reader holds behind it. */
export interface HeadPage {
  readonly exchange: ExchangeName;
  /** Milliseconds since 1970. */
  readonly receivedMs: number;
  readonly checkpoint: JsonObject;
  readonly page: PageSummary;
  /** The highest position that was met until then. */
  readonly reached: number;
  /** What the replica came to behind this page; undefined where the chain before it was not read. */
  readonly held: HeldSet | undefined;
}

/** What a reader holds at some point of the walk. */
export interface HeldSet {
  readonly live: number;
  readonly digest: bigint;
  readonly withoutTerm: number;
  /** Digests that common mistakes would give. */
  readonly variants: readonly VariantDigest[];
}

/** An entry that a page at a position shows, and the walk over the same stretch did not. */
export interface MissedEntry {
  readonly exchange: number;
  readonly at: number;
  readonly id: string;
  readonly position: number;
}

/** A thing that the walk met twice, though nothing changed it meanwhile. */
export interface RepeatedEntry {
  readonly exchange: number;
  readonly at: number;
  readonly id: string;
}

/** What was read of the feed. */
export interface Walk {
  readonly start: string;
  /** Pages that were read, in order; the pages themselves are gone. */
  readonly pages: readonly PageSummary[];
  readonly entries: number;
  /** How the chain from the start ended. */
  readonly end: ChainEnd;
  /** The chain from the start reached the head: nothing of the feed is unseen. */
  readonly whole: boolean;
  /** What a reader holds that took in everything that was read. */
  readonly replica: Replica;
  readonly heads: readonly HeadPage[];
  readonly missed: readonly MissedEntry[];
  readonly repeated: readonly RepeatedEntry[];
  /** What a reader holds at the end of the chain from the start. */
  readonly held: HeldSet;
  /** What the pages state as their id. */
  readonly streamIds: ReadonlySet<unknown>;
  /** What the pages state as their licence. */
  readonly licenses: ReadonlySet<unknown>;
  /** Position of the head when the walk began, as far as its checkpoint said. */
  readonly headBefore: number | undefined;
  /** The last page of the chain from the start. */
  readonly lastOfChain: PageSummary | undefined;
}

/** Why a check that needs the whole feed can't be made; undefined when it can. */
export const unlessWhole = ({ whole, end }: Walk): NotTested | undefined => {
  if (whole) return undefined;
  switch (end.how) {
    case 'unanswered':
      return unanswered(end.exchange);
    case 'not-a-page':
      return notTested('evidence-missing', `the walk ended early: ${end.exchange.url} is ${end.words}`);
    case 'no-next':
      return notTested('evidence-missing', `the walk ended early: ${end.words}`);
    case 'too-long':
      return notTested('out-of-sight', 'the feed is longer than the suite reads');
    default:
      return notTested('needs-full', 'only a part of the feed was read; --full reads all of it');
  }
};

/** How much of a feed is read from its start. @param bytes what is held of it */
export const howFar = (
  { full }: Pick<Run, 'full'>,
  bytes: () => number,
): { readonly pagesMax: number; readonly isTooLong?: () => boolean } =>
  full
    ? { pagesMax: evidenceLimits.fullPagesMax, isTooLong: () => bytes() > evidenceLimits.fullBytesMax }
    : { pagesMax: evidenceLimits.firstPages };

/** The position of the head, as the checkpoint says before the walk. */
const readHeadBefore = async (run: Run): Promise<number | undefined> => {
  const answer = await run.gather(checkpointAnswer);
  const reading = answer.available ? readObject(answer.value) : undefined;
  const position = reading?.ok === true ? reading.value.json['position'] : undefined;
  return isPosition(position) ? position : undefined;
};

/** The feed, read once: all of it where it is short or `--full` was asked, else its start, its newest part and random pages. */
export const walk: Gatherer<Walk> = {
  name: 'walk',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const { origin, description } = facts.value;
    const feed = isObject(description['feed']) ? description['feed'] : {};
    const start = typeof feed['start'] === 'string' ? feed['start'] : `${origin}/feed`;
    const headBefore = await readHeadBefore(run);
    for (const check of run.checks) if (check.watch !== undefined) run.watchers.set(check, check.watch(facts.value));

    const replica = new Replica();
    const pages: PageSummary[] = [];
    const heads: HeadPage[] = [];
    const missed: MissedEntry[] = [];
    const repeated: RepeatedEntry[] = [];
    const variants = new DigestVariants(origin);
    const heldNow = (): HeldSet => {
      const { live, digest, withoutTerm } = replica;
      return { live, digest, withoutTerm, variants: variants.digests };
    };
    const streamIds = new Set<unknown>();
    const licenses = new Set<unknown>();
    let entries = 0;
    let chainLast = -1;
    const look = (page: SeenPage): void => {
      pages.push(page.summary);
      entries += page.summary.entries;
      streamIds.add(page.json['id']);
      licenses.add(page.json['license']);
      for (const watcher of run.watchers.values()) watcher.see(page);
      run.tell('walk', `${pages.length} pages, ${entries} entries`);
    };
    const keepHead = (page: SeenPage, held: HeadPage['held']): void => {
      const { checkpoint } = page.json;
      if (isObject(checkpoint))
        heads.push({
          exchange: { id: page.exchange.id, url: page.exchange.url },
          receivedMs: page.exchange.answer.receivedMs,
          checkpoint,
          page: page.summary,
          reached: Math.max(chainLast, page.summary.last ?? 0),
          held,
        });
    };
    const end = await walkChain(run, start, {
      origin,
      reachedBy: 'start',
      ...howFar(run, () => replica.things.bytes),
      onPage(page) {
        look(page);
        for (const entry of page.entries) {
          variants.take(page.exchange.id, entry);
          const { id, modified } = entry.item;
          const before = replica.take(page.exchange.id, entry);
          if (before === undefined || typeof id !== 'string') continue;
          const isOnSamePage = before === page.exchange.id;
          // A thing that changed since the walk began may well be met again.
          const isRepeated = isOnSamePage || (isPosition(modified) && modified <= (headBefore ?? -1));
          if (isRepeated && repeated.length < evidenceLimits.suspectsMax)
            repeated.push({ exchange: page.exchange.id, at: entry.at, id });
        }
        chainLast = Math.max(chainLast, page.summary.last ?? -1);
        keepHead(page, heldNow());
      },
    });
    if (pages.length === 0 && end.how === 'unanswered') return missing(unanswered(end.exchange));
    const lastOfChain = pages.at(-1);
    const held = heldNow();
    const chain = { pages: pages.length, entries };

    const template = feed['feedFrom'];
    if (typeof template === 'string' && chainLast >= 0) {
      const sampling = {
        template,
        origin,
        onPage(page: SeenPage): void {
          look(page);
          for (const entry of page.entries) {
            const { id, modified } = entry.item;
            if (typeof id !== 'string' || !isPosition(modified)) continue;
            const isWalked = modified <= chainLast && modified <= (headBefore ?? -1);
            if (isWalked && !replica.things.has(id) && missed.length < evidenceLimits.suspectsMax)
              missed.push({ exchange: page.exchange.id, at: entry.at, id, position: modified });
            if (!isWalked) replica.take(page.exchange.id, entry);
          }
          keepHead(page, undefined);
        },
      };
      const first = pages[0]?.first ?? 0;
      if (end.how === 'head')
        await readRandomPages(run, sampling, { from: first - 1, to: chainLast, pages: evidenceLimits.repeatedPages });
      else if ((end.how === 'enough' || end.how === 'too-long') && headBefore !== undefined) {
        await readRandomPages(run, sampling, { from: chainLast, to: headBefore, pages: evidenceLimits.randomPages });
        await readNewestPages(run, sampling, { from: chainLast, head: headBefore }, (url, pagesMax) =>
          walkChain(run, url, { ...sampling, reachedBy: 'template', pagesMax }),
        );
      }
    }
    const whole = end.how === 'head';
    run.note(
      whole
        ? `The whole feed was read: ${chain.entries} entries on ${chain.pages} pages, ${held.live} live things.`
        : `A part of the feed was read: ${entries} entries on ${pages.length} pages, ${chain.pages} of them from its start. What lies between was not seen.`,
    );
    return available({
      start,
      pages,
      entries,
      end,
      whole,
      replica,
      heads,
      missed,
      repeated,
      held,
      streamIds,
      licenses,
      headBefore,
      lastOfChain,
    });
  },
};
