import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';
import { Unreachable } from './exchange.ts';

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
]);

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Takes the content codings off a body.
 * @param contentEncoding value of the header, the last coding applied last
 * @throws {Unreachable} `decoded-too-large` or `encoding-broken`
 */
export const decodeBody = async (
  encoded: Buffer,
  contentEncoding: string | undefined,
  bytesMax: number,
): Promise<Buffer> => {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  let body = encoded;
  for (const coding of codings.toReversed()) {
    const decode = decoders.get(coding);
    if (decode === undefined) throw new Unreachable('encoding-broken', { detail: `"${coding}" is not known` });
    try {
      body = await decode(body, { maxOutputLength: bytesMax });
    } catch (cause) {
      throw new Unreachable(isTooLarge(cause) ? 'decoded-too-large' : 'encoding-broken', { cause });
    }
  }
  if (body.length > bytesMax) throw new Unreachable('decoded-too-large');
  return body;
};
