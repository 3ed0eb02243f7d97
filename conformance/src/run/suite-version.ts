import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({ name: z.string(), version: z.string() });

/** Name and version in the package's manifest. */
export const suite: { readonly name: string; readonly version: string } = manifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
);

/** How the suite names itself to those whom it tests. */
export const userAgent: string = `openstraat-conformance/${suite.version} (conformance suite; asks each address a few times, and keeps nothing)`;

/** The suite's name with words by which servers tell their readers apart: it never pretends to be somebody else. */
export const userAgentLike = (words: string): string => `openstraat-conformance/${suite.version} (like ${words})`;
