import type { Spoiler } from '../../spoiler.ts';
import { contextPath, positionTime, versionIri } from '@openstraat/spec';
import type { JsonObject } from '../../../json/json-value.ts';
import { tinyOrigin, tinyTown } from '../../tiny-publisher/town.ts';

const hidden = `${tinyOrigin}/areas/waterveen`;

/** A walk does not show what pages at a position do. */
export const entrySkipped: Spoiler = {
  name: 'entry-skipped',
  fails: ['nothing-missed'],
  state: (state) => ({ ...state, entries: state.entries.filter(({ id }) => id !== hidden) }),
  page(page, { url }) {
    const items = page['items'] as readonly JsonObject[];
    const [first, ...others] = items;
    if (!url.searchParams.has('from') || first === undefined) return page;
    const modified = Number(first['modified']) + 1;
    const tombstone = { state: 'updated', kind: 'Area', id: hidden, data: first['data'] };
    const shown = {
      ...tombstone,
      modified,
      version: versionIri(hidden, modified),
      published: positionTime(modified),
      data: { '@context': `${tinyOrigin}${contextPath}`, ...tinyTown.find(({ data }) => data.id === hidden)?.data },
    };
    return { ...page, items: others.length === 0 ? [first] : [first, shown, ...others] };
  },
};
