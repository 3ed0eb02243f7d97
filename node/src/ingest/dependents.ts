import { parseThingId, splitOfferKey, type ThingId } from '@openstraat/spec';
import type { ChangeLog, ChangeLogReader } from '../log/change-log.ts';
import { dropRecord } from './drop-record.ts';
import { markKey, splitMarkKey } from './mark.ts';
import { removeWhole, type ScopedId } from './remove-whole.ts';

const chunkThings = 1_000;

/** The names of all sources that have left a mark, found by leaping from one to the next. */
const sourceNames = async (log: ChangeLogReader): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let after = ''; ;) {
    const [first] = await log.records('mark', '', { after, limit: 1 });
    if (first === undefined) return names;
    const { source } = splitMarkKey(first[0]);
    names.push(source);
    after = `${source}!\uffff`;
  }
};

/** Ids of what stands at a place, some at a time, as they were when they were asked for. */
export async function* idsAtPlace(log: ChangeLogReader, placeKey: string): AsyncGenerator<readonly ThingId[]> {
  for (const source of await sourceNames(log))
    for await (const records of log.allRecords('mark', `${source}!${placeKey}!`))
      yield records.map(([key]) => splitMarkKey(key).id);
}

/** The offers of a product, some at a time. */
async function* offersOf(log: ChangeLogReader, productKey: string): AsyncGenerator<readonly ScopedId[]> {
  for (let after = ''; ;) {
    const page = await log.ids(`/offers/${productKey}.`, { after, limit: chunkThings });
    yield page.flatMap((id) => {
      const keys = splitOfferKey(id.slice('/offers/'.length));
      // The key of another product may start the same.
      return keys.productKey === productKey ? [{ id, scope: keys.placeKey }] : [];
    });
    const last = page.at(-1);
    if (last === undefined || page.length < chunkThings) return;
    after = last;
  }
}

const removeAtPlace = async (log: ChangeLog, placeKey: string): Promise<number> => {
  let removed = 0;
  for (const source of await sourceNames(log)) {
    for (;;) {
      const page = await log.records('mark', `${source}!${placeKey}!`, { limit: chunkThings });
      if (page.length === 0) break;
      removed += await removeWhole(
        log,
        page.map(([key]) => ({ id: splitMarkKey(key).id, scope: placeKey })),
      );
      // Marks whose thing is gone already have nothing left to say.
      await log.append({ things: [], records: page.map(([key]) => dropRecord('mark', key)) }, { durable: false });
    }
  }
  return removed;
};

const removeOffersOf = async (log: ChangeLog, productKey: string): Promise<number> => {
  let removed = 0;
  for await (const offers of offersOf(log, productKey)) removed += await removeWhole(log, offers);
  return removed;
};

/** How many marks stand at a place, but for those of one source: that one's are counted already. */
const countAtPlace = async (log: ChangeLogReader, placeKey: string, source: string): Promise<number> => {
  let count = 0;
  for (const other of await sourceNames(log)) {
    if (other === source) continue;
    for await (const chunk of log.allRecords('mark', `${other}!${placeKey}!`)) count += chunk.length;
  }
  return count;
};

/** How many offers of a product one source has no part in. */
const countOffersOf = async (log: ChangeLogReader, productKey: string, source: string): Promise<number> => {
  let count = 0;
  for await (const offers of offersOf(log, productKey)) {
    const keys = offers.map(({ id, scope }) => ({ table: 'mark' as const, key: markKey(source, scope, id) }));
    for (const mark of await log.recordsOf(keys)) if (mark === undefined) count += 1;
  }
  return count;
};

/** Whether other things may depend on this one (ORDER-002). */
export const canHaveDependents = (id: ThingId): boolean => {
  const kind = parseThingId(id)?.kind;
  return kind === 'Place' || kind === 'Product';
};

/** Takes away what depends on a thing. @returns how many things went */
export const removeDependents = async (log: ChangeLog, id: ThingId): Promise<number> => {
  const parsed = parseThingId(id);
  if (parsed?.kind === 'Place') return removeAtPlace(log, parsed.key);
  return parsed?.kind === 'Product' ? removeOffersOf(log, parsed.key) : 0;
};

/** How much depends on a thing that `source` has no part in. */
export const countDependents = async (log: ChangeLogReader, id: ThingId, source: string): Promise<number> => {
  const parsed = parseThingId(id);
  if (parsed?.kind === 'Place') return countAtPlace(log, parsed.key, source);
  return parsed?.kind === 'Product' ? countOffersOf(log, parsed.key, source) : 0;
};
