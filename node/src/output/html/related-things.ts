import { isThingId, type Kind, kindModels, parseThingId, splitOfferKey, type ThingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { pageLimits } from './limits.ts';

/** Ids on one page of a longer list. */
export interface IdPage {
  readonly ids: readonly ThingId[];
  /** What `after` takes for the next page; undefined on the last. */
  readonly next: string | undefined;
}

const keyOf = (id: ThingId): string => parseThingId(id)?.key ?? '';

/** The offers of a product, in order of their place. */
export const offersOfProduct = async (
  log: ChangeLogReader,
  product: ThingId,
  after: string | undefined,
): Promise<IdPage> => {
  const productKey = keyOf(product);
  const prefix = `/${kindModels.Offer.path}/${productKey}.`;
  const ids: ThingId[] = [];
  let behind = after === undefined ? undefined : prefix + after;
  for (;;) {
    const found = await log.ids(prefix, {
      limit: pageLimits.offers,
      ...(behind === undefined ? {} : { after: behind }),
    });
    for (const id of found) {
      // The keys of other products may begin with this one's.
      if (splitOfferKey(keyOf(id)).productKey !== productKey) continue;
      if (ids.length === pageLimits.offers) return { ids, next: ids.at(-1)?.slice(prefix.length) };
      ids.push(id);
    }
    if (found.length < pageLimits.offers) return { ids, next: undefined };
    behind = found.at(-1);
  }
};

const maySpeakFor = (settingsText: string, placeKey: string): boolean => {
  const settings = JSON.parse(settingsText) as { place?: string; stores?: Readonly<Record<string, string>> };
  if (settings.place !== undefined) return settings.place === placeKey;
  // A source without place and stores may bring whole things of any place.
  return settings.stores === undefined || Object.values(settings.stores).includes(placeKey);
};

/** The sources that one page asks, from one on or behind it, as `[name, settings]`, and whether more follow. */
const sourcesFrom = async (
  log: ChangeLogReader,
  name: string | undefined,
  isIncluded: boolean,
): Promise<{ readonly asked: readonly (readonly [string, string])[]; readonly more: boolean }> => {
  const settings = name === undefined || !isIncluded ? undefined : await log.record('source', name);
  const behind = await log.records('source', '', {
    limit: pageLimits.sources + 1,
    ...(name === undefined ? {} : { after: name }),
  });
  const found = name === undefined || settings === undefined ? behind : [[name, settings] as const, ...behind];
  return { asked: found.slice(0, pageLimits.sources), more: found.length > pageLimits.sources };
};

/**
 * The things of one kind at a place, source by source.
 * @param after `<source>!<id>` of the last one seen, or `<source>` where all of it was seen
 * @returns fewer than `limit`, or none, with a next where not every source could be asked at once
 */
export const thingsAtPlace = async (
  log: ChangeLogReader,
  place: ThingId,
  kind: Kind,
  limit: number,
  after?: string,
): Promise<IdPage> => {
  const placeKey = keyOf(place);
  const [afterSource, afterId] = after?.split('!') ?? [];
  const { asked, more } = await sourcesFrom(log, afterSource, afterId !== undefined);
  const found = new Set<ThingId>();
  let last = '';
  for (const [source, settings] of asked) {
    if (!maySpeakFor(settings, placeKey)) continue;
    const scope = `${source}!${placeKey}!`;
    const marks = await log.records('mark', `${scope}/${kindModels[kind].path}/`, {
      limit: limit + 1,
      ...(source === afterSource ? { after: `${scope}${afterId}` } : {}),
    });
    for (const [key] of marks) {
      const id = key.slice(scope.length);
      if (!isThingId(id) || found.has(id)) continue;
      if (found.size === limit) return { ids: [...found], next: last };
      found.add(id);
      last = `${source}!${id}`;
    }
  }
  return { ids: [...found], next: more ? asked.at(-1)?.[0] : undefined };
};
