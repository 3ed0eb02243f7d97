import { promisify } from 'node:util';
import { constants, gzip, gzipSync, zstdCompress, zstdCompressSync } from 'node:zlib';
import { httpLimits } from './limits.ts';
import { parseQualityList } from './quality-list.ts';

/** The content codings that this node speaks, best first. */
export const contentCodings = ['zstd', 'gzip', 'identity'] as const;
export type ContentCoding = (typeof contentCodings)[number];

/** Chooses the coding (RFC 9110, 12.5.3). Without the field nothing is coded; a refused identity is sent all the same when nothing else fits. */
export const chooseCoding = (acceptEncoding: string | undefined): ContentCoding => {
  const choices = parseQualityList(acceptEncoding ?? '', httpLimits.acceptRangesMax);
  const named = new Map(choices.map(({ value, quality }) => [value === 'x-gzip' ? 'gzip' : value, quality]));
  const others = named.get('*') ?? 0;
  let chosen: ContentCoding = 'identity';
  let chosenQuality = named.get('identity') ?? 0;
  for (const coding of ['gzip', 'zstd'] as const) {
    const quality = named.get(coding) ?? others;
    if (quality > 0 && quality >= chosenQuality) {
      chosen = coding;
      chosenQuality = quality;
    }
  }
  return chosen;
};

const gzipOptions = { level: 1 };
const zstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const gzipElsewhere = promisify(gzip);
const zstdElsewhere = promisify(zstdCompress);

/** Codes a body, at the fastest level: the feed is made faster than a slower level could code it. */
export const encodeBody = async (
  body: Buffer<ArrayBuffer>,
  coding: Exclude<ContentCoding, 'identity'>,
): Promise<Buffer<ArrayBuffer>> => {
  const here = body.length <= httpLimits.compressedHereBytesMax;
  if (coding === 'gzip') return here ? gzipSync(body, gzipOptions) : gzipElsewhere(body, gzipOptions);
  return here ? zstdCompressSync(body, zstdOptions) : zstdElsewhere(body, zstdOptions);
};
