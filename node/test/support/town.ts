import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Manifest, readManifest } from '../../src/cli/manifest.ts';

const manifestPath = fileURLToPath(new URL('../../../examples/town/openstraat.json', import.meta.url));

/** The folder of the example town. */
export const townFolder = dirname(manifestPath);
export const readTownManifest = (): Promise<Manifest> => readManifest(manifestPath);
