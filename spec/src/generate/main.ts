import { resolve } from 'node:path';
import { generateAll } from './all.ts';
import { staleFiles, writeFiles } from './files.ts';

const packageFolder = resolve(import.meta.dirname, '../..');
const files = generateAll();
if (process.argv.includes('--check')) {
  const stale = staleFiles(packageFolder, files);
  for (const { path, why } of stale) process.stderr.write(`spec/${path} is ${why}: run npm run generate\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else writeFiles(packageFolder, files);
