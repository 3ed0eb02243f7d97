import { type FeedPageFault, feedPageFaults, type Position } from '@openstraat/spec';
import type { RemoteEntry } from '../../model/replica.ts';
import type { ReplicaLimits } from './limits.ts';
import type { EntryIssue, PullReason } from './pull-result.ts';
import { type JsonObject, pathOfId, readEntry } from './read-entry.ts';

/** A page whose form is right. */
export interface CheckedPage {
  readonly epoch: string;
  readonly next: string;
  readonly entries: readonly RemoteEntry[];
  readonly issues: readonly EntryIssue[];
  /** `more`: entries follow. `head`: it carries the checkpoint. `beyond`: it is empty and carries none, as for a reader above the head. */
  readonly stands: 'more' | 'head' | 'beyond';
  /** Something that is gone lives on elsewhere. */
  readonly pointsAway: boolean;
  /** Highest position of an entry. */
  readonly last: Position | undefined;
  /** As it came: signatures count members that no schema knows. */
  readonly checkpoint: unknown;
}

type PageVerdict =
  | { readonly ok: true; readonly page: CheckedPage }
  | { readonly ok: false; readonly reason: Pick<PullReason, 'code' | 'words' | 'requirements'> };

const faultsNamedMax = 5;
const idCharactersShown = 200;

/** What a reader goes by: without these a page is none, or does not say where to go on. */
const pagePaths: ReadonlySet<string> = new Set(['', 'id', 'type', 'epoch', 'next', 'items']);
const pageRequirements: ReadonlySet<string> = new Set(['FEED-004', 'FEED-007', 'FEED-020', 'CHK-004']);
/**
 * CONS-021, CONS-022: what makes one entry unusable, not its page.
 * VOC-007: another mapping than the bundled one would let its data mean something else.
 */
const entryRequirements: ReadonlySet<string> = new Set([
  'FEED-010',
  'FEED-011',
  'FEED-012',
  'ID-001',
  'ID-002',
  'VOC-007',
]);
/** JSON readers go by the other members: these serve other ways of reading. */
const unusedMember = /\.(?:version|published)$/;

const breaksPage = ({ requirement, path }: FeedPageFault): boolean =>
  pageRequirements.has(requirement) || (requirement === 'FEED-001' && pagePaths.has(path));

/** The index of the entry that a fault is in. */
const indexOf = ({ path }: FeedPageFault): number => Number(path.split('.')[1]);

/** Indexes of entries that are refused, each with what it breaks. */
const refusedEntries = (faults: readonly FeedPageFault[]): ReadonlyMap<number, FeedPageFault> =>
  new Map(
    faults
      .filter(({ requirement, path }) => entryRequirements.has(requirement) && !unusedMember.test(path))
      .toReversed()
      .map((fault): [number, FeedPageFault] => [indexOf(fault), fault]),
  );

/** A kind that a later version of the vocabulary may have brought: its things count in the digest, though they can't be kept. */
const isOfNewKind = (item: unknown, { requirement, path }: FeedPageFault): item is JsonObject =>
  requirement === 'FEED-010' && path.endsWith('.kind') && typeof (item as JsonObject)['kind'] === 'string';

const refuse = (faults: readonly FeedPageFault[]): PageVerdict => {
  const requirements = [...new Set(faults.map(({ requirement }) => requirement))];
  const named = faults
    .slice(0, faultsNamedMax)
    .map(({ requirement, path }) => `${requirement} at ${path || 'the page'}`);
  return {
    ok: false,
    reason: {
      code: faults.every(({ requirement }) => entryRequirements.has(requirement))
        ? 'page-of-other-things'
        : 'page-broken',
      words: `the page breaks ${named.join(', ')}${faults.length > named.length ? ` and ${faults.length - named.length} more` : ''}`,
      requirements,
    },
  };
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refusal = (item: unknown, fault: FeedPageFault | undefined): EntryIssue => ({
  id: isObject(item) ? String(item['id']).slice(0, idCharactersShown) : '',
  path: fault?.path.split('.').slice(2).join('.') ?? '',
  code: 'entry-refused',
  message: `breaks ${fault?.requirement ?? 'FEED-010'}`,
});

/**
 * Checks a page of a peer's feed, and reads its entries. Pure.
 * @param json parsed body
 * @param feed `id` of the feed, as the peer's description says
 */
export const checkPage = (
  json: unknown,
  {
    origin,
    feed,
    reachedByNext,
    limits,
  }: {
    readonly origin: string;
    readonly feed: string;
    readonly reachedByNext: boolean;
    readonly limits: ReplicaLimits;
  },
): PageVerdict => {
  const faults = feedPageFaults(json, origin, reachedByNext);
  const broken = faults.filter(breaksPage);
  if (broken.length > 0) return refuse(broken);
  const page = json as JsonObject & { readonly items: readonly unknown[] };
  if (page['id'] !== feed) return refuse([{ requirement: 'FEED-003', path: 'id' }]);
  const refused = refusedEntries(faults);
  const entries = new Map<string, RemoteEntry>();
  const issues: EntryIssue[] = [];
  for (const [at, item] of page.items.entries()) {
    const fault = refused.get(at);
    const id = isObject(item) ? pathOfId(String(item['id']), origin, limits.idBytesMax) : undefined;
    const objection =
      fault !== undefined && !isOfNewKind(item, fault)
        ? fault
        : id === undefined
          ? { requirement: 'ID-001', path: `items.${at}.id` }
          : undefined;
    if (objection !== undefined || id === undefined || !isObject(item)) {
      issues.push(refusal(item, objection));
      continue;
    }
    const { entry, issue } = readEntry(item, id, origin, limits);
    // FEED-008: of two entries for one thing the higher holds.
    if (entry !== undefined && (entries.get(id)?.position ?? -1) < entry.position) entries.set(id, entry);
    if (issue !== undefined) issues.push(issue);
  }
  // A page of which nothing is the peer's own is not the peer's.
  if (entries.size === 0 && page.items.length > 0) return refuse([...refused.values()]);
  const all = [...entries.values()];
  return {
    ok: true,
    page: {
      epoch: String(page['epoch']),
      next: String(page['next']),
      entries: all,
      issues,
      stands: page['checkpoint'] !== undefined ? 'head' : page.items.length === 0 ? 'beyond' : 'more',
      pointsAway: page.items.some((item) => isObject(item) && item['movedTo'] !== undefined),
      last: all.length === 0 ? undefined : Math.max(...all.map(({ position }) => position)),
      checkpoint: page['checkpoint'],
    },
  };
};
