// Runs in a process of its own, so that its peak memory is the import's alone: node import-child.ts <data folder> <file> <settings as JSON>
import { sourceSettingsSchema } from '../src/model/source-settings.ts';
import { openBenchNode } from './bench-node.ts';

const [dataFolder = '', file = '', settingsJson = '{}'] = process.argv.slice(2);
const settings = sourceSettingsSchema.parse(JSON.parse(settingsJson));
await using node = await openBenchNode(dataFolder);
const started = performance.now();
const report = await node.importFile(
  { file, source: settings.name, settings, dryRun: false, partial: false, allowShrink: true },
  () => undefined,
);
const seconds = (performance.now() - started) / 1_000;
process.stdout.write(
  JSON.stringify({
    seconds,
    rows: report.rows,
    added: report.added,
    unchanged: report.unchanged,
    refused: report.refused,
    issues: report.issues.slice(0, 3),
    peakMB: process.resourceUsage().maxRSS / 1_024,
  }),
);
