// Serves a data folder until its standard input ends: node serve-child.ts <data folder>
import { once } from 'node:events';
import { openBenchNode } from './bench-node.ts';

const started = performance.now();
await using node = await openBenchNode(process.argv[2] ?? '');
const { url } = await node.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(
  `${JSON.stringify({ url, openSeconds: (performance.now() - started) / 1_000, peakMB: process.resourceUsage().maxRSS / 1_024 })}\n`,
);
process.stdin.resume();
await once(process.stdin, 'end');
