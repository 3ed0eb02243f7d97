import { createHash } from 'node:crypto';
import { type ContentCoding, contentCodings } from './content-coding.ts';

/** A strong entity tag. Bodies that differ only in their coding have different tags, as their bytes do. */
export const entityTag = (base: string, coding: ContentCoding): string =>
  coding === 'identity' ? `"${base}"` : `"${base}-${coding}"`;

const listedTags = /(?:W\/)?("[\u0021\u0023-\u007e\u0080-\u00ff]*")/g;

/**
 * Compares If-None-Match weakly (RFC 9110, 13.1.2). A reader that holds the same state in another coding holds it all the same.
 * @returns the tag that the reader holds; undefined when it holds none of this state
 */
export const heldTag = (ifNoneMatch: string | undefined, base: string): string | undefined => {
  if (ifNoneMatch === undefined) return undefined;
  if (ifNoneMatch.trim() === '*') return entityTag(base, 'identity');
  const current = contentCodings.map((coding) => entityTag(base, coding));
  return ifNoneMatch
    .matchAll(listedTags)
    .map(([, tag]) => tag)
    .find((tag) => tag !== undefined && current.includes(tag));
};

/** A short name for whatever decides how pages look, so that tags change when it does. */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 10);
