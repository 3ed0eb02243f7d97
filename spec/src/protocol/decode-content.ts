import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, zstdDecompress } from 'node:zlib';

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const unzstd = promisify(zstdDecompress);
/** What RFC 8878 asks of every decoder, and so what a sender may use: 8 MiB. */
const zstdWindowLogMax = 23;

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
  [
    'zstd',
    (bytes, options) => unzstd(bytes, { ...options, params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLogMax } }),
  ],
]);

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** A body without its coding, or why there is none. */
export type DecodedContent =
  | { readonly ok: true; readonly body: Buffer }
  | {
      readonly ok: false;
      readonly code: 'decoded-too-large' | 'encoding-broken';
      /** The coding, where nobody knows it. */
      readonly detail?: string;
      readonly cause?: unknown;
    };

/**
 * Takes the content coding off a body; more than one is refused, since nobody asks for it. Source: RFC 9110, section 8.4.
 * @param contentEncoding value of the header
 * @param bytesMax size of the body without its coding
 */
export const decodeContent = async (
  encoded: Buffer,
  contentEncoding: string | undefined,
  bytesMax: number,
): Promise<DecodedContent> => {
  const coding = (contentEncoding ?? '').trim().toLowerCase();
  if (coding === '' || coding === 'identity')
    return encoded.length > bytesMax ? { ok: false, code: 'decoded-too-large' } : { ok: true, body: encoded };
  const decode = decoders.get(coding);
  if (decode === undefined)
    return { ok: false, code: 'encoding-broken', detail: `"${coding.slice(0, 40)}" is not known` };
  try {
    return { ok: true, body: await decode(encoded, { maxOutputLength: bytesMax }) };
  } catch (cause) {
    return { ok: false, code: isTooLarge(cause) ? 'decoded-too-large' : 'encoding-broken', cause };
  }
};
