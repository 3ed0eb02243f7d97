import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../../model/fault.ts';
import type { ImportFile } from '../format.ts';
import { importLimits } from '../limits.ts';

const pieceBytes = 256 << 10;
/** What a small file may become in any case: headers and dictionaries weigh more there. */
const gunzipFreeBytes = 16 << 20;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);
const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b]);
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The bytes in pieces of a bounded size, whatever pieces the file comes in; the first holds at least four bytes, if there are as many. */
async function* inPieces(file: ImportFile): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    let bytes = viewOf(chunk);
    if (start !== undefined) {
      bytes = start.length === 0 ? bytes : Buffer.concat([start, bytes]);
      start = bytes.length < 4 ? bytes : undefined;
      if (start !== undefined) continue;
    }
    for (let offset = 0; offset < bytes.length; offset += pieceBytes) yield bytes.subarray(offset, offset + pieceBytes);
  }
  if (start !== undefined && start.length > 0) yield start;
}

async function* gunzipped(file: ImportFile): AsyncGenerator<Buffer> {
  let compressedBytes = 0;
  const counted = async function* () {
    for await (const piece of inPieces(file)) {
      compressedBytes += piece.length;
      yield piece;
    }
  };
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  const source = Readable.from(counted(), { objectMode: false });
  source.on('error', (cause) => gunzip.destroy(cause));
  source.pipe(gunzip);
  let bytes = 0;
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > gunzipFreeBytes && bytes > compressedBytes * importLimits.gunzipRatioMax) {
        throw new Fault(
          'limit-exceeded',
          `${file.name} grows to more than ${importLimits.gunzipRatioMax} times its size when it is unpacked. Unpack it yourself, check it, and import the result.`,
        );
      }
      yield piece;
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (!code.startsWith('Z_')) throw cause;
    throw new Fault('file-unreadable', `${file.name} is a damaged gzip file. Deliver it again.`, { cause });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/**
 * The bytes of a file, unpacked where it is gzip.
 * @throws {Fault} `file-unreadable` for a zip file (spreadsheets are zip files) or damaged gzip, `limit-exceeded` for one that grows without end
 */
export async function* openPlain(file: ImportFile): AsyncGenerator<Buffer> {
  const pieces = inPieces(file);
  const { value: first } = await pieces.next();
  if (first === undefined) return;
  if (isZip(first)) {
    throw new Fault(
      'file-unreadable',
      `${file.name} is a zip file or a spreadsheet. Unpack it, or save the spreadsheet as "CSV UTF-8".`,
    );
  }
  if (isGzip(first)) {
    await pieces.return(undefined);
    yield* gunzipped(file);
    return;
  }
  yield first;
  yield* pieces;
}
