import { hash } from 'node:crypto';

const sha256 = (body: Uint8Array): string => hash('sha256', body, 'base64');

/** The header `Digest` of a body, as draft-cavage signatures cover it. Source: RFC 3230. */
export const digestHeader = (body: Uint8Array): string => `SHA-256=${sha256(body)}`;

/** The header `Content-Digest` of a body. Source: RFC 9530. */
export const contentDigestHeader = (body: Uint8Array): string => `sha-256=:${sha256(body)}:`;

/** Is this `Digest` that of the body? One of its values has to be SHA-256. */
export const isDigestOf = (header: string, body: Uint8Array): boolean =>
  header.split(',').some((value) => {
    const at = value.indexOf('=');
    return value.slice(0, at).trim().toLowerCase() === 'sha-256' && value.slice(at + 1).trim() === sha256(body);
  });

/** Is this `Content-Digest` that of the body? One of its values has to be SHA-256. */
export const isContentDigestOf = (header: string, body: Uint8Array): boolean =>
  header.split(',').some((value) => value.trim() === contentDigestHeader(body));
