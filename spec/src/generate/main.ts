import { resolve } from 'node:path';
import { generateAll } from './all.ts';
import { staleFiles, writeFiles } from './files.ts';
import { historyComplaints, recordRequirements } from './record-requirements.ts';

const packageFolder = resolve(import.meta.dirname, '../..');
const files = generateAll();
const isCheck = process.argv.includes('--check');
if (!isCheck) {
  writeFiles(packageFolder, files);
  recordRequirements(packageFolder);
}
// What generating can't put right is said then too: an id that changed its meaning.
const complaints = [
  ...staleFiles(packageFolder, files).map(({ path, why }) => `spec/${path} is ${why}: run npm run generate`),
  ...historyComplaints(packageFolder),
];
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
