import type { Kind } from '@openstraat/spec';
import type { Logger } from 'pino';
import type { NodeKeys, NodeSettings } from '../config/settings.ts';
import type { Clock } from '../model/clock.ts';
import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { SourceSettings } from '../model/source-settings.ts';

/** What can be asked of an open node, in its own process or through its control socket. Every answer is plain JSON. */
export interface NodeCommands {
  /**
   * Imports one file.
   * @param signal asks it to stop: it does so between two batches, and the report says `stopped`
   * @throws {Fault} `source-unknown`, `file-unreadable`, `format-unknown`, `limit-exceeded`, `import-running`, `disk-full`
   */
  importFile(
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<ImportReport>;
  /** Every source, by name. */
  listSources(): Promise<SourceListing[]>;
  /** Keeps a source's settings, new or changed. */
  saveSource(settings: SourceSettings): Promise<void>;
  /**
   * Removes a source, and what only it brought.
   * @throws {Fault} `source-unknown`; `shrink` when too much would go without `allowShrink`
   */
  removeSource(request: RemoveSourceRequest): Promise<{ removed: number }>;
  /**
   * Writes every live thing, one a line, and waits for `write` after each piece.
   * @param signal stops it: the answer then counts what was written
   */
  exportThings(
    request: ExportRequest,
    write: (chunk: string) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<{ things: number }>;
  /** Copies the log, the settings and the keys, as they are at one instant, into a new or empty folder. */
  backup(request: { folder: string }): Promise<{ things: number; position: number }>;
  /** Counts the log again, and compares it with its counters, keys and digest. */
  verify(): Promise<{ problems: string[]; things: number }>;
  stats(): Promise<NodeStats>;
}

export interface ImportRequest {
  /** Absolute path. */
  file: string;
  /** Name of the source that delivers it. */
  source: string;
  /** Settings to keep for that source before the import; a dry run uses them without keeping them. */
  settings?: SourceSettings;
  /** Name of the format; absent: known by the file's content. */
  format?: string;
  /** Reads and checks everything, writes nothing. */
  dryRun: boolean;
  /** The file is not all that the source has: nothing is removed. */
  partial: boolean;
  /** The file is an export of a node: its things keep the sources that they name. */
  asStated?: boolean;
  /** Lets a delivery remove more than a third of what its source brought. */
  allowShrink: boolean;
}

export type { ImportProgress, ImportReport };

export interface SourceListing {
  settings: SourceSettings;
  /** When its last full delivery was observed, RFC 3339. */
  lastDelivery?: string;
}

export interface RemoveSourceRequest {
  name: string;
  allowShrink: boolean;
}

export const exportFormats = ['ndjson', 'nquads'] as const;
type ExportFormat = (typeof exportFormats)[number];
interface ExportRequest {
  format: ExportFormat;
}

export interface NodeStats {
  name: string;
  origin: string;
  epoch: string;
  /** Position of the head. */
  position: number;
  digest: string;
  live: number;
  liveByKind: Record<Kind, number>;
  tombstones: number;
  sources: number;
  /** Places that may be the same one, for the operator to look at: by IRI, with why. */
  probableDuplicates: { first: string; second: string; reason: string }[];
}

/** What `openNode` takes. */
export interface OpenNodeConfig {
  /** Absolute path of the data folder, which is initialised. */
  readonly dataFolder: string;
  readonly settings: NodeSettings;
  readonly keys: NodeKeys;
  /** What to do when the log was made under another origin than the settings name. */
  readonly onOriginChange: 'refuse' | 'change';
  readonly logger: Logger;
  /** The system's clock when absent. */
  readonly clock?: Clock;
}

/** An open node: it holds its data folder until it is disposed. */
export interface OpenNode extends NodeCommands, AsyncDisposable {
  /** @throws {Fault} `port-in-use` */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ readonly url: string }>;
  /** IRI of one live thing of this kind, to show; undefined when there is none. */
  sampleOf(kind: Kind): Promise<string | undefined>;
}

/** @throws {Fault} `data-folder-busy` when another process holds the folder, `origin-changed`, `log-corrupt` */
export type OpenNodeFunction = (config: OpenNodeConfig) => Promise<OpenNode>;
