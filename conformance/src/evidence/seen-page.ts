import { type FeedPageFault, feedPageFaults } from '@openstraat/spec';
import type { AnsweredExchange } from '../fetching/exchange.ts';
import { isObject, isPosition, type JsonObject } from '../json/json-value.ts';

/** An entry of the feed as it was met: nothing about it is sure but that it is an object. */
export interface SeenEntry {
  /** Its index on the page. */
  readonly at: number;
  readonly item: JsonObject;
}

/** What stays known of a page when the page itself is gone. */
export interface PageSummary {
  readonly exchange: number;
  /** The address that was asked. */
  readonly url: string;
  readonly reachedBy: 'start' | 'next' | 'template';
  readonly epoch: unknown;
  readonly next: unknown;
  readonly entries: number;
  /** Lowest and highest position of its entries. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** How many relations its view has. */
  readonly relations: number;
  /** It says that it reaches the head. */
  readonly hasCheckpoint: boolean;
}

/** A page of the feed: a JSON object with `items`. */
export interface SeenPage {
  readonly exchange: AnsweredExchange;
  readonly json: JsonObject;
  readonly entries: readonly SeenEntry[];
  readonly summary: PageSummary;
  /** The page whose `next` led here. */
  readonly before: PageSummary | undefined;
  /** What `feedPageFaults` of the spec finds. */
  readonly faults: readonly FeedPageFault[];
}

const relationsOf = (view: unknown): number => {
  const relation = isObject(view) ? view['relation'] : undefined;
  return Array.isArray(relation) ? relation.length : relation === undefined ? 0 : 1;
};

/** Reads a parsed body as a page; undefined when it has no `items`. */
export const readPage = (
  exchange: AnsweredExchange,
  json: unknown,
  context: {
    readonly origin: string;
    readonly reachedBy: PageSummary['reachedBy'];
    readonly before: PageSummary | undefined;
  },
): SeenPage | undefined => {
  if (!isObject(json) || !Array.isArray(json['items'])) return undefined;
  const entries = (json['items'] as readonly unknown[]).flatMap((item, at): readonly SeenEntry[] =>
    isObject(item) ? [{ at, item }] : [],
  );
  const positions = entries.map(({ item }) => item['modified']).filter(isPosition);
  return {
    exchange,
    json,
    entries,
    before: context.before,
    faults: feedPageFaults(json, context.origin, context.reachedBy === 'next'),
    summary: {
      exchange: exchange.id,
      url: exchange.url,
      reachedBy: context.reachedBy,
      epoch: json['epoch'],
      next: json['next'],
      entries: entries.length,
      first: positions.length === 0 ? undefined : positions.reduce((left, right) => Math.min(left, right)),
      last: positions.length === 0 ? undefined : positions.reduce((left, right) => Math.max(left, right)),
      relations: relationsOf(json['view']),
      hasCheckpoint: json['checkpoint'] !== undefined,
    },
  };
};
