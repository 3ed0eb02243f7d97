import { kinds } from '@openstraat/spec';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChangeLogReader } from '../log/change-log.ts';

/** How one import ended, in rows. */
export interface ImportOutcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly refused: number;
}

/** One request, without anything that tells who asked or for what. */
export interface RequestOutcome {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** How a search ended; never what was asked. */
export interface SearchOutcome {
  readonly face: 'search' | 'suggest' | 'digital-link';
  readonly outcome: 'found' | 'nothing' | 'refused' | 'unavailable';
}

/** How a POST to an inbox ended; never who sent it. */
export const inboxOutcomes = [
  'accepted',
  'repeated',
  'ignored',
  'unsigned',
  'bad-signature',
  'blocked',
  'too-large',
  'malformed',
  'rate-limited',
] as const;
export type InboxOutcome = (typeof inboxOutcomes)[number];

/** As much of a followed node as is counted. */
export interface FollowedOutcome {
  readonly state: string;
  /** Why it is not `current`; the code is stable. */
  readonly reason?: { readonly code: string };
}

/** What the node counts for its operator. */
export interface NodeMetrics {
  request(outcome: RequestOutcome): void;
  importRun(outcome: ImportOutcome): void;
  search(outcome: SearchOutcome): void;
  inboxActivity(outcome: InboxOutcome): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
}

// Anyone can invent a method; every new label value would cost memory for good.
const methodLabel = (method: string): string =>
  ['GET', 'HEAD', 'OPTIONS', 'POST'].includes(method) ? method : 'other';

const logGauges = (log: ChangeLogReader): readonly Gauge[] => [
  new Gauge({
    name: 'openstraat_log_position',
    help: 'Position of the last change',
    registers: [],
    collect() {
      this.set(log.head().position);
    },
  }),
  new Gauge({
    name: 'openstraat_log_stopped',
    help: '1 after a write that failed: the log takes no changes until the node is started again',
    registers: [],
    collect() {
      this.set(log.failure() === undefined ? 0 : 1);
    },
  }),
  new Gauge({
    name: 'openstraat_live_things',
    help: 'Live things by kind',
    labelNames: ['kind'],
    registers: [],
    collect() {
      const { liveByKind } = log.head();
      for (const kind of kinds) this.set({ kind }, liveByKind[kind]);
    },
  }),
  new Gauge({
    name: 'openstraat_tombstones',
    help: 'Tombstones kept',
    registers: [],
    collect() {
      this.set(log.head().tombstones);
    },
  }),
];

/** By state and code, never by name: who is followed is for `openstraat following` to say. */
const followedGauge = (followed: () => Promise<readonly FollowedOutcome[]>): Gauge =>
  new Gauge({
    name: 'openstraat_followed_nodes',
    help: 'Nodes that are followed, by how the last pull of their feed ended, and why',
    labelNames: ['state', 'reason'],
    registers: [],
    async collect() {
      this.reset();
      for (const { state, reason } of await followed()) this.inc({ state, reason: reason?.code ?? '' });
    },
  });

/** Makes the metrics of one node. @param followed those that it follows, as they stand now */
export const createNodeMetrics = (
  log: ChangeLogReader,
  followed: () => Promise<readonly FollowedOutcome[]> = () => Promise.resolve([]),
): NodeMetrics => {
  const registry = new Registry();
  const registers = [registry];
  for (const gauge of [...logGauges(log), followedGauge(followed)]) registry.registerMetric(gauge);
  const requests = new Counter({
    name: 'openstraat_http_requests_total',
    help: 'Requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'openstraat_http_request_seconds',
    help: 'Time until the answer was ready, by route',
    labelNames: ['route'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const imports = new Counter({
    name: 'openstraat_imports_total',
    help: 'Imports that ended',
    registers,
  });
  const importRows = new Counter({
    name: 'openstraat_import_rows_total',
    help: 'Rows of imports by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const searches = new Counter({
    name: 'openstraat_searches_total',
    help: 'Searches by face and outcome',
    labelNames: ['face', 'outcome'],
    registers,
  });
  const inbox = new Counter({
    name: 'openstraat_inbox_activities_total',
    help: 'Activities that others sent, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  // All of them from the start, so that what has never happened reads as 0.
  for (const outcome of inboxOutcomes) inbox.inc({ outcome }, 0);
  return {
    inboxActivity(outcome) {
      inbox.inc({ outcome });
    },
    search({ face, outcome }) {
      searches.inc({ face, outcome });
    },
    request({ method, route, status, seconds: took }) {
      requests.inc({ method: methodLabel(method), route, status: String(status) });
      seconds.observe({ route }, took);
    },
    importRun({ added, changed, unchanged, removed, refused }) {
      imports.inc();
      importRows.inc({ outcome: 'added' }, added);
      importRows.inc({ outcome: 'changed' }, changed);
      importRows.inc({ outcome: 'unchanged' }, unchanged);
      importRows.inc({ outcome: 'removed' }, removed);
      importRows.inc({ outcome: 'refused' }, refused);
    },
    text: () => registry.metrics(),
  };
};
