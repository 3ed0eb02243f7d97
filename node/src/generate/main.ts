import { resolve } from 'node:path';
import { staleFiles, writeFiles } from '../../../spec/src/generate/files.ts';
import { federationDocument } from './federation-document.ts';
import { collectFederationFacts } from './federation-facts.ts';
import { settingsDocument } from './settings-document.ts';

const repository = resolve(import.meta.dirname, '../../..');
const files = new Map([
  ['FEDERATION.md', federationDocument(await collectFederationFacts())],
  ['node/SETTINGS.md', settingsDocument()],
]);
if (process.argv.includes('--check')) {
  const stale = staleFiles(repository, files);
  for (const { path, why } of stale) process.stderr.write(`${path} is ${why}: run npm run generate\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else writeFiles(repository, files);
