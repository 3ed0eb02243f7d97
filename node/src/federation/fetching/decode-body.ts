import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, zstdDecompress } from 'node:zlib';
import { FetchError } from './fetched.ts';

type Decoder = (bytes: Uint8Array, bytesMax: number) => Promise<Buffer>;

const unzip = promisify(gunzip);
const unbrotli = promisify(brotliDecompress);
const unzstd = promisify(zstdDecompress);
/** What RFC 8878 asks of every decoder, and so what a sender may use: 8 MiB. */
const zstdWindowLogMax = 23;

const gzip: Decoder = (bytes, maxOutputLength) => unzip(bytes, { maxOutputLength });
const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['br', (bytes, maxOutputLength) => unbrotli(bytes, { maxOutputLength })],
  [
    'zstd',
    (bytes, maxOutputLength) =>
      unzstd(bytes, { maxOutputLength, params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLogMax } }),
  ],
]);

/** What is asked for, best first. */
export const acceptEncoding = 'zstd, gzip, br';

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Takes the content coding off a body; more than one is refused, since nobody asked for it.
 * @throws {FetchError} `decoded-too-large` or `encoding-broken`
 */
export const decodeBody = async (
  encoded: Buffer,
  contentEncoding: string | undefined,
  bytesMax: number,
): Promise<Buffer> => {
  const coding = (contentEncoding ?? '').trim().toLowerCase();
  const isPlain = coding === '' || coding === 'identity';
  if (isPlain) {
    if (encoded.length > bytesMax) throw new FetchError('decoded-too-large');
    return encoded;
  }
  const decode = decoders.get(coding);
  if (decode === undefined) throw new FetchError('encoding-broken', { detail: coding.slice(0, 40) });
  try {
    return await decode(encoded, bytesMax);
  } catch (cause) {
    throw new FetchError(isTooLarge(cause) ? 'decoded-too-large' : 'encoding-broken', { cause });
  }
};
