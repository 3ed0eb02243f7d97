import { kinds } from '../models/define-kind.ts';
import { contextPath, feedPageItemsMax, positionTime, versionIri } from '../protocol/feed-page.ts';
import { thingId } from '../protocol/ids.ts';

/** What is wrong with one page of a feed. */
export interface FeedPageFault {
  readonly requirement: string;
  /** Names and indexes with a point between: `items.3.modified`. */
  readonly path: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isEpoch = (value: unknown): boolean => typeof value === 'string' && /^[a-z0-9]{1,32}$/.test(value);

const streamMembers = {
  timestampPath: 'dcterms:created',
  sequencePath: 'os:position',
  versionOfPath: 'dcterms:isVersionOf',
  versionDeletePath: 'os:state',
  versionDeleteObject: 'as:Delete',
} as const;

type Report = (requirement: string, path: string) => void;

const checkMembers = (page: JsonObject, origin: string, report: Report): void => {
  for (const name of ['id', 'license', 'next'] as const) if (typeof page[name] !== 'string') report('FEED-001', name);
  if (page['type'] !== 'EventStream') report('FEED-001', 'type');
  if (page['epoch'] === undefined) report('FEED-001', 'epoch');
  else if (!isEpoch(page['epoch'])) report('FEED-020', 'epoch');
  if (typeof page['id'] === 'string' && !page['id'].endsWith('#stream')) report('FEED-003', 'id');
  if (typeof page['next'] === 'string' && !page['next'].startsWith(`${origin}/`)) report('FEED-007', 'next');
  for (const [name, value] of Object.entries(streamMembers)) if (page[name] !== value) report('FEED-022', name);
};

const checkData = (item: JsonObject, origin: string, path: string, report: Report): void => {
  const { state, data } = item;
  if ((state === 'updated') !== isObject(data)) return report('FEED-011', `${path}.data`);
  if (!isObject(data)) return;
  if (data['id'] !== item['id']) report('FEED-011', `${path}.data.id`);
  if (data['@context'] !== origin + contextPath) report('VOC-007', `${path}.data.@context`);
  const type: unknown = Array.isArray(data['type']) ? data['type'][0] : data['type'];
  if (item['kind'] !== undefined && type !== item['kind']) report('ID-002', `${path}.data.type`);
};

const checkItem = (item: JsonObject, origin: string, path: string, report: Report): void => {
  const { state, kind, id, version, modified, published } = item;
  for (const name of ['id', 'version', 'published'])
    if (typeof item[name] !== 'string') report('FEED-010', `${path}.${name}`);
  const knownKind = kinds.find((name) => name === kind);
  if (knownKind === undefined) report('FEED-010', `${path}.kind`);
  else if (typeof id === 'string') {
    if (!id.startsWith(`${origin}/`)) report('ID-001', `${path}.id`);
    else if (!id.startsWith(origin + thingId(knownKind, ''))) report('ID-002', `${path}.id`);
  }
  if (state === 'updated' || state === 'deleted') checkData(item, origin, path, report);
  else report('FEED-010', `${path}.state`);
  if (!isPosition(modified)) return report('FEED-012', `${path}.modified`);
  if (typeof id === 'string' && typeof version === 'string' && version !== versionIri(id, modified))
    report('FEED-014', `${path}.version`);
  if (typeof published === 'string' && published !== positionTime(modified)) report('FEED-015', `${path}.published`);
};

const checkOrder = (items: readonly JsonObject[], report: Report): void => {
  const seen = new Set<unknown>();
  let last = -1;
  items.forEach(({ id, modified }, at) => {
    if (seen.has(id)) report('FEED-008', `items.${at}.id`);
    seen.add(id);
    if (!isPosition(modified)) return;
    if (modified <= last) report('FEED-005', `items.${at}.modified`);
    last = modified;
  });
};

const checkView = (page: JsonObject, lastPosition: unknown, report: Report): void => {
  const { view, checkpoint, next } = page;
  if (!isObject(view)) return report('FEED-001', 'view');
  const { id, type, retentionPolicy, relation } = view;
  if (typeof id !== 'string') report('FEED-023', 'view.id');
  if (type !== 'Node') report('FEED-023', 'view.type');
  if (
    !isObject(retentionPolicy) ||
    retentionPolicy['type'] !== 'LatestVersionSubset' ||
    retentionPolicy['amount'] !== 1
  )
    report('FEED-023', 'view.retentionPolicy');
  if (relation === undefined) return;
  const only: unknown = Array.isArray(relation) && relation.length === 1 ? relation[0] : undefined;
  if (checkpoint !== undefined || !isObject(only)) return report('FEED-024', 'view.relation');
  if (only['type'] !== 'GreaterThanRelation') report('FEED-024', 'view.relation.0.type');
  if (only['path'] !== 'os:position') report('FEED-024', 'view.relation.0.path');
  if (only['node'] !== next) report('FEED-024', 'view.relation.0.node');
  if (only['value'] !== lastPosition) report('FEED-024', 'view.relation.0.value');
};

const checkHead = (page: JsonObject, lastPosition: unknown, report: Report): void => {
  const { checkpoint, view, epoch, id } = page;
  if (!isObject(view) || view['relation'] !== undefined) return;
  if (!isObject(checkpoint)) return report('CHK-003', 'checkpoint');
  if (checkpoint['epoch'] !== epoch && isEpoch(epoch)) report('CHK-004', 'checkpoint.epoch');
  if (checkpoint['feed'] !== id && typeof id === 'string' && id.endsWith('#stream'))
    report('CHK-004', 'checkpoint.feed');
  if (isPosition(lastPosition) && (checkpoint['position'] as number) < lastPosition)
    report('CHK-003', 'checkpoint.position');
};

/**
 * What a page shows to be wrong with itself; what takes a walk, a signature or RDF is not looked at.
 * @param page parsed JSON
 * @param origin of the feed, without a slash at the end
 * @param reachedByNext whether the page was reached by the `next` of another
 * @returns all faults
 */
export const feedPageFaults = (page: unknown, origin: string, reachedByNext: boolean): readonly FeedPageFault[] => {
  const faults: FeedPageFault[] = [];
  const report: Report = (requirement, path) => {
    faults.push({ requirement, path });
  };
  if (!isObject(page)) return [{ requirement: 'FEED-001', path: '' }];
  checkMembers(page, origin, report);
  const items: readonly unknown[] | undefined = Array.isArray(page['items']) ? page['items'] : undefined;
  if (items === undefined) {
    report('FEED-001', 'items');
    return faults;
  }
  if (items.length > feedPageItemsMax) report('FEED-004', 'items');
  items.forEach((item, at) => {
    if (isObject(item)) checkItem(item, origin, `items.${at}`, report);
    else report('FEED-010', `items.${at}`);
  });
  checkOrder(items.filter(isObject), report);
  const last = items.at(-1);
  const lastPosition = isObject(last) ? last['modified'] : undefined;
  checkView(page, lastPosition, report);
  checkHead(page, lastPosition, report);
  if (items.length === 0 && reachedByNext && isObject(page['view']) && page['next'] !== page['view']['id'])
    report('FEED-006', 'next');
  return faults;
};
