import { contextPath, type Thing, thingQuads } from '@openstraat/spec';
import type { MediaType } from '../../http/media-types.ts';
import { mediaTypes } from '../../http/media-types.ts';
import { withOrigin } from '../../log/stored-text.ts';

/** The representations of a thing, the preferred one first: who asks for nothing in particular gets a page. */
export const documentMediaTypes = [
  mediaTypes.html,
  mediaTypes.jsonLd,
  mediaTypes.json,
  mediaTypes.nQuads,
] as const satisfies readonly MediaType[];

/** A thing as JSON-LD: the very text that the feed carries, so that both hash the same. */
export const writeJsonLd = (origin: string, storedText: string): string =>
  `{"@context":"${origin}${contextPath}",${withOrigin(storedText, origin).slice(1)}`;

/** A thing as N-Quads. */
export const writeNQuads = (origin: string, storedText: string): string =>
  thingQuads(JSON.parse(withOrigin(storedText, origin)) as Thing);
