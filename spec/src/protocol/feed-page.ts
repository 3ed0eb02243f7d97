import { z } from 'zod';
import { kinds } from '../models/define-kind.ts';
import { signedCheckpointSchema, type SignedCheckpoint } from './checkpoint.ts';
import type { Position } from './cursor.ts';

/** The most entries that one page holds. */
export const feedPageItemsMax = 1_000;
/** How long a node keeps tombstones at least, in days. */
export const tombstoneDaysMin = 30;
/** Path of the context that every node serves, and under which its documents name it. */
export const contextPath = '/context/v1.jsonld';

/** One entry of the feed: the newest state of a thing, or its tombstone. */
export const feedItemSchema = z.object({
  state: z.enum(['updated', 'deleted']),
  kind: z.enum(kinds),
  id: z.url(),
  version: z.url(),
  modified: z.int().min(0),
  published: z.iso.datetime({ offset: true }),
  movedTo: z.url().optional(),
  data: z.record(z.string(), z.json()).optional(),
});
export type FeedItem = z.infer<typeof feedItemSchema>;

/** A page of the feed, as far as a plain JSON reader needs it. */
export const feedPageSchema = z.object({
  id: z.url(),
  type: z.literal('EventStream'),
  license: z.url(),
  epoch: z.string(),
  next: z.url(),
  items: z.array(feedItemSchema).max(feedPageItemsMax),
  checkpoint: signedCheckpointSchema.optional(),
});
export type FeedPage = z.infer<typeof feedPageSchema>;

/** The address of one version of a thing: unique per change, whatever its content. */
export const versionIri = (id: string, position: Position): string => `${id}#v${position}`;

let lastMs = -1;
let lastTime = '';

/** The time of a change, which its position carries. Neighbours in the feed often share it, so the last one is remembered. */
export const positionTime = (position: Position): string => {
  const ms = Math.floor(position / 1_000);
  if (ms !== lastMs) [lastMs, lastTime] = [ms, new Date(ms).toISOString()];
  return lastTime;
};

/**
 * Writes one item.
 * @param dataText JSON text of the thing's data without `@context`; undefined for a tombstone
 */
export const writeFeedItem = (
  origin: string,
  entry: {
    readonly kind: string;
    readonly id: string;
    readonly position: Position;
    readonly dataText: string | undefined;
    /** Where a thing that is gone lives on. */
    readonly movedTo?: string | undefined;
  },
): string => {
  const id = origin + entry.id;
  const head = `"kind":"${entry.kind}","id":"${id}","version":"${versionIri(id, entry.position)}","modified":${entry.position},"published":"${positionTime(entry.position)}"`;
  return entry.dataText === undefined
    ? `{"state":"deleted",${head}${entry.movedTo === undefined ? '' : `,"movedTo":${JSON.stringify(entry.movedTo)}`}}`
    : `{"state":"updated",${head},"data":{"@context":"${origin}${contextPath}",${entry.dataText.slice(1)}}`;
};

/** What a page says besides its items. Addresses are absolute. */
export interface FeedPageFrame {
  readonly origin: string;
  readonly license: string;
  readonly epoch: string;
  /** The page's own address. */
  readonly self: string;
  readonly next: string;
  /** Position of the last entry, on pages behind which there is more: an LDES client follows it. */
  readonly moreAfter?: Position;
  readonly checkpoint?: SignedCheckpoint;
  /** Whether the page names its context in the body (`application/ld+json`), or a Link header does. */
  readonly withContext: boolean;
}

/** Writes a page: strict RPDE to plain JSON readers, and with its context a Linked Data Event Stream. */
export const writeFeedPage = (frame: FeedPageFrame, items: readonly string[]): string => {
  const { origin } = frame;
  const head = {
    ...(frame.withContext ? { '@context': origin + contextPath } : {}),
    id: `${origin}/feed#stream`,
    type: 'EventStream',
    license: frame.license,
    timestampPath: 'dcterms:created',
    sequencePath: 'os:position',
    versionOfPath: 'dcterms:isVersionOf',
    versionDeletePath: 'os:state',
    versionDeleteObject: 'as:Delete',
    epoch: frame.epoch,
    view: {
      id: frame.self,
      type: 'Node',
      retentionPolicy: { type: 'LatestVersionSubset', amount: 1 },
      ...(frame.moreAfter === undefined
        ? {}
        : {
            relation: [{ type: 'GreaterThanRelation', node: frame.next, path: 'os:position', value: frame.moreAfter }],
          }),
    },
    next: frame.next,
    ...(frame.checkpoint === undefined ? {} : { checkpoint: frame.checkpoint }),
  };
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(',')}]}`;
};
