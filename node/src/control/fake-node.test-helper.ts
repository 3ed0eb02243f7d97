import { kinds } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import type { ImportProgress, ImportReport, ImportRequest, NodeStats, OpenNode, SourceListing } from './commands.ts';

/** A report of an import in which nothing happened, with changes. For tests. */
export const fakeReport = (changes: Partial<ImportReport> = {}): ImportReport => ({
  source: 'fietsen-jansen',
  file: '/deliveries/stock.csv',
  format: 'barcodes-and-stock',
  dryRun: false,
  observedAt: '2026-03-02T06:00:00Z',
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  refused: 0,
  warnings: 0,
  issues: [],
  issuesDropped: 0,
  outcome: 'complete',
  elapsedMs: 1_500,
  ...changes,
});

export const fakeStats: NodeStats = {
  name: 'Winkels in Waterveen',
  origin: 'https://winkels.waterveen.example',
  epoch: 'e1',
  position: 12,
  digest: '0'.repeat(64),
  live: 3,
  liveByKind: { ...Object.fromEntries(kinds.map((kind) => [kind, 0])), Place: 3 } as NodeStats['liveByKind'],
  tombstones: 1,
  sources: 1,
  probableDuplicates: [],
};

/** A node that keeps its sources in memory and notes what it was asked. For tests of what commands it. */
export class FakeNode implements OpenNode {
  readonly imports: ImportRequest[] = [];
  readonly sources = new Map<string, SourceSettings>();
  readonly backups: string[] = [];
  exported: readonly string[] = ['{"id":"/places/a"}\n', '{"id":"/places/b"}\n'];
  problems: string[] = [];
  disposed = false;
  /** Stands for the import itself. */
  onImport: (
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal: AbortSignal | undefined,
  ) => Promise<ImportReport> = (request) =>
    Promise.resolve(fakeReport({ source: request.source, file: request.file, dryRun: request.dryRun }));

  async importFile(
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<ImportReport> {
    this.imports.push(request);
    if (request.settings !== undefined && !request.dryRun) this.sources.set(request.source, request.settings);
    return this.onImport(request, progress, signal);
  }
  listSources(): Promise<SourceListing[]> {
    return Promise.resolve([...this.sources.values()].map((settings) => ({ settings })));
  }
  saveSource(settings: SourceSettings): Promise<void> {
    this.sources.set(settings.name, settings);
    return Promise.resolve();
  }
  removeSource({ name }: { name: string }): Promise<{ removed: number }> {
    if (!this.sources.delete(name)) throw new Fault('source-unknown', `There is no source ${name}.`);
    return Promise.resolve({ removed: 2 });
  }
  async exportThings(
    _request: unknown,
    write: (chunk: string) => Promise<void> | void,
    signal?: AbortSignal,
  ): Promise<{ things: number }> {
    let things = 0;
    for (const chunk of this.exported) {
      if (signal?.aborted === true) break;
      await write(chunk);
      things += 1;
    }
    return { things };
  }
  backup({ folder }: { folder: string }): Promise<{ things: number; position: number }> {
    this.backups.push(folder);
    return Promise.resolve({ things: 3, position: 12 });
  }
  verify(): Promise<{ problems: string[]; things: number }> {
    return Promise.resolve({ problems: this.problems, things: 3 });
  }
  stats(): Promise<NodeStats> {
    return Promise.resolve(fakeStats);
  }
  listen({ host, port }: { host: string; port: number }): Promise<{ url: string }> {
    return Promise.resolve({ url: `http://${host}:${port}` });
  }
  sampleOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  [Symbol.asyncDispose](): Promise<void> {
    this.disposed = true;
    return Promise.resolve();
  }
}
