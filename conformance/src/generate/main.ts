import { resolve } from 'node:path';
import { staleFiles, writeFiles } from '../../../spec/src/generate/files.ts';
import { generateAll } from './all.ts';

const packageFolder = resolve(import.meta.dirname, '../..');
const files = await generateAll();
if (process.argv.includes('--check')) {
  const stale = staleFiles(packageFolder, files);
  for (const { path, why } of stale) process.stderr.write(`conformance/${path} is ${why}: run npm run generate\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else writeFiles(packageFolder, files);
