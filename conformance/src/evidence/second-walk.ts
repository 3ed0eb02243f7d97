import type { JsonObject } from '../json/json-value.ts';
import { isObject, isPosition } from '../json/json-value.ts';
import { available, type Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { expandPosition } from './live/expand-position.ts';
import { publisher } from './publisher.ts';
import type { SeenPage } from './seen-page.ts';
import type { HeldThings } from './held-thing.ts';
import { ThingsMetAgain } from './things-met-again.ts';
import { howFar, walk } from './walk.ts';
import { walkChain } from './walk-chain.ts';

/** An entry that the first walk did not meet in this state. */
export interface ChangedEntry {
  readonly exchange: number;
  readonly at: number;
  readonly item: JsonObject;
}

/** The feed as it was at the end of the run: its start, and what came to its end meanwhile. */
export interface SecondWalk {
  /** The newest state of each thing that was met. */
  readonly things: HeldThings;
  /** It went from the start to the head. */
  readonly whole: boolean;
  readonly epochs: ReadonlySet<unknown>;
  readonly pages: number;
  /** The newest entries of things that have moved up since, as far as they are few. */
  readonly changed: ReadonlyMap<string, ChangedEntry>;
}

/** The feed once more, as far as it was read from the start, and what has come to its end since: what has changed meanwhile shows how the publisher changes things. */
export const secondWalk: Gatherer<SecondWalk> = {
  name: 'second-walk',
  late: true,
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const first = await run.gather(walk);
    if (!first.available) return first;
    const things = new ThingsMetAgain(first.value.replica.things);
    const epochs = new Set<unknown>();
    const changed = new Map<string, ChangedEntry>();
    let pages = 0;
    const { origin, description } = facts.value;
    const reading = {
      origin,
      onPage(page: SeenPage): void {
        pages += 1;
        epochs.add(page.summary.epoch);
        for (const entry of page.entries) {
          things.take(page.exchange.id, entry);
          const { id, modified } = entry.item;
          const before = typeof id === 'string' ? first.value.replica.things.get(id) : undefined;
          if (before === undefined || typeof id !== 'string' || !isPosition(modified)) continue;
          if (modified > before.position && changed.size < evidenceLimits.changedEntriesKept)
            changed.set(id, { exchange: page.exchange.id, ...entry });
        }
      },
    };
    const { start, headBefore } = first.value;
    const end = await walkChain(run, start, {
      ...reading,
      reachedBy: 'start',
      ...howFar(run, () => things.bytes),
    });
    const template = isObject(description['feed']) ? description['feed']['feedFrom'] : undefined;
    // What changes moves to the end, which this walk did not come to.
    const isPart = end.how === 'enough' || end.how === 'too-long';
    if (isPart && typeof template === 'string' && headBefore !== undefined)
      await walkChain(run, expandPosition(template, headBefore), {
        ...reading,
        reachedBy: 'template',
        pagesMax: evidenceLimits.newestPages,
      });
    return available({ things, whole: end.how === 'head', epochs, pages, changed });
  },
};
