import { cpus } from 'node:os';
import { benchFederation } from './federation.ts';
import { benchFeed } from './feed.ts';
import type { BenchSize } from './generate.ts';
import { benchIngest } from './ingest.ts';
import { benchQueue } from './queue.ts';
import { benchRelevance } from './relevance.ts';
import { benchSearch } from './search.ts';

const benchmarks: Readonly<Record<string, (size: BenchSize) => Promise<void>>> = {
  ingest: benchIngest,
  feed: benchFeed,
  search: benchSearch,
  relevance: benchRelevance,
  queue: benchQueue,
  federation: benchFederation,
};

const sizes: Readonly<Record<string, BenchSize>> = {
  full: { shops: 500, products: 100_000, offers: 1_000_000 },
  small: { shops: 50, products: 5_000, offers: 50_000 },
};

const words = process.argv.slice(2);
const size = sizes[words.includes('--small') ? 'small' : 'full'];
const chosen = words.filter((word) => !word.startsWith('--'));
const unknown = chosen.filter((name) => benchmarks[name] === undefined);
if (size === undefined || chosen.length === 0 || unknown.length > 0) {
  console.error(
    `Usage: npm run bench -- [--small] <name> …\nNames: ${Object.keys(benchmarks).join(', ')}${unknown.length > 0 ? `\nUnknown: ${unknown.join(', ')}` : ''}`,
  );
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
  for (const name of chosen) await benchmarks[name]?.(size);
}
