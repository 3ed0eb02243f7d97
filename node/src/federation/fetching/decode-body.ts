import { decodeContent } from '@openstraat/spec';
import { FetchError } from './fetched.ts';

/** What is asked for, best first. */
export const acceptEncoding = 'zstd, gzip, br';

/**
 * Takes the content coding off a body.
 * @throws {FetchError} `decoded-too-large` or `encoding-broken`
 */
export const decodeBody = async (
  encoded: Buffer,
  contentEncoding: string | undefined,
  bytesMax: number,
): Promise<Buffer> => {
  const decoded = await decodeContent(encoded, contentEncoding, bytesMax);
  if (decoded.ok) return decoded.body;
  throw new FetchError(decoded.code, decoded);
};
