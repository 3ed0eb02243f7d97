// A node that serves in a process of its own: node node-child.ts <data folder>
// A line on its standard input that names a file imports it; `memory` tells the memory; the end of input stops it.
import { createInterface } from 'node:readline';
import { sourceSettingsSchema } from '../src/model/source-settings.ts';
import { benchSource, openBenchNode } from './bench-node.ts';
import { readMemory } from './memory.ts';

const tell = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

await using node = await openBenchNode(process.argv[2] ?? '');
tell(await node.listen({ host: '127.0.0.1', port: 0 }));
const settings = sourceSettingsSchema.parse(benchSource('all'));
for await (const line of createInterface(process.stdin)) {
  if (line === 'memory') {
    tell({ ...readMemory(), peakMB: process.resourceUsage().maxRSS / 1_024 });
    continue;
  }
  const started = performance.now();
  const request = { file: line, source: settings.name, settings, dryRun: false, partial: true, allowShrink: true };
  const { rows, refused } = await node.importFile(request, () => undefined);
  tell({ seconds: (performance.now() - started) / 1_000, rows, refused });
}
