import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, type JsonObject, shown } from '../../../json/json-value.ts';

/** Something on a page that RPDE 1.0 forbids. */
export interface RpdeFault {
  readonly pointer: string;
  readonly message: string;
}

const isIdentifier = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || Number.isSafeInteger(value);

const itemFaults = (item: JsonObject, pointer: string): readonly RpdeFault[] => {
  const { state, kind, id, modified, data } = item;
  const fault = (name: string, says: string): RpdeFault => ({ pointer: `${pointer}/${name}`, message: says });
  return [
    ...(state === 'updated' || state === 'deleted' ? [] : [fault('state', `state is ${shown(state)}`)]),
    ...(typeof kind === 'string' && kind !== '' ? [] : [fault('kind', `kind is ${shown(kind)}`)]),
    ...(isIdentifier(id) ? [] : [fault('id', `id is ${shown(id)}`)]),
    ...(isIdentifier(modified) ? [] : [fault('modified', `modified is ${shown(modified)}`)]),
    ...(state === 'updated' && !isObject(data) ? [fault('data', 'an updated item without data')] : []),
    ...(state === 'deleted' && data !== undefined && data !== null ? [fault('data', 'a deleted item with data')] : []),
  ];
};

/** Compares as RPDE orders: numbers as numbers. */
const isAfter = (later: unknown, earlier: unknown): boolean =>
  typeof later === 'number' && typeof earlier === 'number' ? later > earlier : String(later) > String(earlier);

/** What RPDE 1.0 forbids on a page (Realtime Paged Data Exchange, sections 4 and 5). @param url where the page stands */
export const rpdePageFaults = (page: JsonObject, url: string): readonly RpdeFault[] => {
  const { items, next, license } = page;
  const faults: RpdeFault[] = [];
  if (typeof next !== 'string' || !URL.canParse(next))
    faults.push({ pointer: '/next', message: `next is ${shown(next)}, not an absolute address` });
  if (typeof license !== 'string' || license === '')
    faults.push({ pointer: '/license', message: `license is ${shown(license)}` });
  if (!Array.isArray(items)) return [...faults, { pointer: '/items', message: 'items is no list' }];
  const seen = new Set<string>();
  let before: JsonObject | undefined;
  for (const [at, item] of (items as readonly unknown[]).entries()) {
    const pointer = jsonPointer('items', at);
    if (!isObject(item)) {
      faults.push({ pointer, message: 'an item that is no object' });
      continue;
    }
    faults.push(...itemFaults(item, pointer));
    const key = JSON.stringify([item['kind'], item['id']]);
    if (seen.has(key)) faults.push({ pointer, message: `${shown(item['id'])} is there twice on one page` });
    seen.add(key);
    if (before !== undefined && !isAfter(item['modified'], before['modified']))
      faults.push({ pointer: `${pointer}/modified`, message: 'an item that is not above the one before it' });
    before = item;
  }
  if (before === undefined)
    return next === url ? faults : [...faults, { pointer: '/next', message: 'next of an empty page is not itself' }];
  if (next === url) faults.push({ pointer: '/next', message: 'next of a page with items is itself' });
  const change = typeof next === 'string' ? URL.parse(next)?.searchParams.get('afterChangeNumber') : undefined;
  if (typeof change === 'string' && typeof before['modified'] === 'number' && Number(change) < before['modified'])
    faults.push({ pointer: '/next', message: `afterChangeNumber ${change} is below the last item of the page` });
  return faults;
};
