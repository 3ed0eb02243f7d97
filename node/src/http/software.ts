import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

/** What this node runs on. */
export const software: { readonly name: string; readonly version: string } = {
  name: 'Openstraat node',
  version: manifest.version,
};

/** How the node under an origin calls itself to those whom it asks, or writes to. */
export const userAgentOf = (origin: string): string => `Openstraat/${software.version} (+${origin}/)`;
