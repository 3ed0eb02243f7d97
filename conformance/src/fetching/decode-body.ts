import { decodeContent } from '@openstraat/spec';
import { Unreachable } from './exchange.ts';

/**
 * Takes the content coding off a body.
 * @param contentEncoding value of the header
 * @throws {Unreachable} `decoded-too-large` or `encoding-broken`
 */
export const decodeBody = async (
  encoded: Buffer,
  contentEncoding: string | undefined,
  bytesMax: number,
): Promise<Buffer> => {
  const decoded = await decodeContent(encoded, contentEncoding, bytesMax);
  if (decoded.ok) return decoded.body;
  throw new Unreachable(decoded.code, decoded);
};
