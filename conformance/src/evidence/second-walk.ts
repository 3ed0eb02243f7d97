import type { JsonObject } from '../json/json-value.ts';
import { isPosition } from '../json/json-value.ts';
import { available, type Gatherer } from './gatherer.ts';
import { evidenceLimits } from './limits.ts';
import { publisher } from './publisher.ts';
import { Replica, specifiedTerm } from './replica.ts';
import { walk } from './walk.ts';
import { walkChain } from './walk-chain.ts';

/** An entry that the first walk did not meet in this state. */
export interface ChangedEntry {
  readonly exchange: number;
  readonly at: number;
  readonly item: JsonObject;
}

/** The start of the feed as it was at the end of the run. */
export interface SecondWalk {
  readonly replica: Replica;
  /** It went from the start to the head. */
  readonly whole: boolean;
  readonly epochs: ReadonlySet<unknown>;
  readonly pages: number;
  /** The newest entries of things that have moved up since, as far as they are few. */
  readonly changed: ReadonlyMap<string, ChangedEntry>;
}

/** The feed once more, as far as it was read from the start: what has changed meanwhile shows how the publisher changes things. */
export const secondWalk: Gatherer<SecondWalk> = {
  name: 'second-walk',
  late: true,
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const first = await run.gather(walk);
    if (!first.available) return first;
    const replica = new Replica(specifiedTerm, first.value.replica.things);
    const epochs = new Set<unknown>();
    const changed = new Map<string, ChangedEntry>();
    let pages = 0;
    const end = await walkChain(run, first.value.start, {
      origin: facts.value.origin,
      reachedBy: 'start',
      pagesMax: run.full ? evidenceLimits.fullPagesMax : evidenceLimits.firstPages,
      onPage(page) {
        pages += 1;
        epochs.add(page.summary.epoch);
        for (const entry of page.entries) {
          replica.take(page.exchange.id, entry);
          const { id, modified } = entry.item;
          const before = typeof id === 'string' ? first.value.replica.things.get(id) : undefined;
          if (before === undefined || typeof id !== 'string' || !isPosition(modified)) continue;
          if (modified > before.position && changed.size < evidenceLimits.changedEntriesKept)
            changed.set(id, { exchange: page.exchange.id, ...entry });
        }
      },
    });
    return available({ replica, whole: end.how === 'head', epochs, pages, changed });
  },
};
