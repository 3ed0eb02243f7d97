import { contextPath } from '@openstraat/spec';
import { mediaTypes } from './media-types.ts';

/** One value of the Link field (RFC 8288). Addresses are the node's own or checked, so they hold no `>`. */
export const link = (address: string, relation: string, type?: string): string =>
  `<${address.replaceAll('>', '%3E')}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`;

/** Tells JSON-LD readers of plain JSON which context it is written in (JSON-LD 1.1, 6.1). */
export const contextLink = (origin: string): string =>
  link(origin + contextPath, 'http://www.w3.org/ns/json-ld#context', mediaTypes.jsonLd);

export const descriptionPath = '/.well-known/openstraat';
