import type { Spoiler } from '../../spoiler.ts';
import { positionTime, versionIri } from '@openstraat/spec';
import type { JsonObject } from '../../../json/json-value.ts';

/** The old entry of a changed thing stays in the feed. */
export const oldEntryStays: Spoiler = {
  name: 'old-entry-stays',
  fails: ['each-thing-once'],
  page(page, { url }) {
    const items = page['items'] as readonly JsonObject[];
    const [first] = items;
    const again = items[3];
    if (url.search !== '' || first === undefined || again === undefined) return page;
    const modified = Number(first['modified']) - 1_000_000;
    const old = {
      ...again,
      modified,
      version: versionIri(String(again['id']), modified),
      published: positionTime(modified),
    };
    return { ...page, items: [old, ...items] };
  },
};
