import { notTested } from '../../checks/verdict.ts';
import { isObject, isPosition, type JsonObject } from '../../json/json-value.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { publisher } from '../publisher.ts';
import { walk } from '../walk.ts';
import { askPage, isChainEnd } from '../walk-chain.ts';
import { liveLimits } from './limits.ts';

/** A live thing, with what its newest entry says. */
export interface SampledThing {
  readonly id: string;
  readonly kind: string;
  readonly position: number;
  readonly data: JsonObject;
}

/** Things of some pages of the feed: of a short feed all. */
export interface SampleThings {
  readonly things: ReadonlyMap<string, SampledThing>;
  /** Ids of things whose newest entry that was met is a tombstone, and not one of a thing that moved. */
  readonly tombstones: readonly string[];
  /** Every thing that there is was sampled. */
  readonly whole: boolean;
}

/** Reads some pages once more and keeps what is on them. */
export const sampleThings: Gatherer<SampleThings> = {
  name: 'sample-things',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const withEntries = walked.value.pages.filter(({ entries, reachedBy }) => entries > 0 && reachedBy !== 'template');
    // Places tend to come first: offers can then be asked for where they are.
    const [first, ...others] = withEntries;
    const chosen = [
      ...(first === undefined ? [] : [first]),
      ...run.random('sample-things').sample(others, liveLimits.samplePagesMax - 1),
    ];
    const newest = new Map<string, SampledThing & { readonly isLive: boolean; readonly isMoved: boolean }>();
    for (const { url, reachedBy } of chosen) {
      const page = await askPage(run, url, { origin: facts.value.origin, reachedBy, passing: true });
      if (isChainEnd(page)) continue;
      for (const { item } of page.entries) {
        const { id, kind, modified: position, data, movedTo } = item;
        if (typeof id !== 'string' || typeof kind !== 'string' || !isPosition(position)) continue;
        if ((newest.get(id)?.position ?? -1) >= position) continue;
        const isLive = isObject(data);
        newest.set(id, { id, kind, position, isLive, isMoved: movedTo !== undefined, data: isLive ? data : {} });
      }
    }
    const all = [...newest.values()];
    const live = all.filter(({ isLive }) => isLive);
    if (all.length === 0) return missing(notTested('evidence-missing', 'no page with entries could be read again'));
    return available({
      things: new Map(live.map((thing) => [thing.id, thing])),
      tombstones: all.filter(({ isLive, isMoved }) => !isLive && !isMoved).map(({ id }) => id),
      whole: walked.value.whole && chosen.length === withEntries.length,
    });
  },
};
