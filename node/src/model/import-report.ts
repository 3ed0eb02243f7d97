import type { Issue } from './issue.ts';

/** How far an import is. */
export interface ImportProgress {
  rows: number;
  bytes: number;
  bytesTotal: number | undefined;
  elapsedMs: number;
}

/** What an import did. */
export interface ImportReport {
  source: string;
  file: string;
  format: string;
  dryRun: boolean;
  /** The time of the data: the file's own word for it, else when the file was last written. */
  observedAt: string;
  rows: number;
  /** Things, not rows. */
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** Rows that have an issue of level `error`. */
  refused: number;
  /** Issues of level `warning`. */
  warnings: number;
  issues: Issue[];
  /** Issues beyond those that were kept. */
  issuesDropped: number;
  /** How many things a stopped delivery, or a dry run, would have removed. */
  wouldRemove?: number;
  /** `stopped`: too much would have gone, or somebody asked it to stop. */
  outcome: 'complete' | 'stopped';
  /** Why it stopped, and what to do. */
  message?: string;
  elapsedMs: number;
}
