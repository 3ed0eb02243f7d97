import { type FileHandle, open } from 'node:fs/promises';
import { crc32c } from './crc32c.ts';
import { logLimits } from './limits.ts';
import { snappyUncompress } from './snappy.ts';
import { VarintReader } from './varint.ts';

interface BlockHandle {
  readonly offset: number;
  readonly size: number;
}

const footerBytes = 48;
const trailerBytes = 5;
const magic = 0xdb_47_75_24_8b_80_fb_57n;

const readHandle = (reader: VarintReader): BlockHandle => ({ offset: reader.next(), size: reader.next() });

/** Reads bytes of a table. */
type Read = (offset: number, size: number) => Promise<Buffer>;

const checked = (bytes: Buffer, offset: number, size: number): Buffer => {
  if (bytes.length < size) throw new RangeError(`it ends in the block at byte ${offset}`);
  return bytes;
};

const readFrom =
  (file: FileHandle): Read =>
  async (offset, size) => {
    if (size > logLimits.tableBlockBytesMax) throw new RangeError(`a block of ${size} bytes is too long`);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, offset);
    return checked(buffer.subarray(0, bytesRead), offset, size);
  };

// A table is a few megabytes, in blocks of a few kilobytes: to read them one by one takes many times as long.
const readWhole = async (file: FileHandle): Promise<Read> => {
  const whole = await file.readFile();
  return async (offset, size) => checked(whole.subarray(offset, offset + size), offset, size);
};

/** A block's bytes as stored, once its checksum has been found right. */
const readBlock = async (read: Read, { offset, size }: BlockHandle): Promise<Buffer> => {
  const stored = await read(offset, size + trailerBytes);
  const crc = crc32c(stored.subarray(0, size + 1));
  // LevelDB turns and shifts a checksum before it stores it.
  const masked = (((crc >>> 15) | (crc << 17)) + 0xa2_82_ea_d8) >>> 0;
  if (masked !== stored.readUInt32LE(size + 1))
    throw new RangeError(`the block at byte ${offset} has another checksum`);
  return stored.subarray(0, size + 1);
};

/** Where the blocks are that an index block names. */
const handlesIn = (stored: Buffer): readonly BlockHandle[] => {
  const content = stored.subarray(0, -1);
  const block = stored.at(-1) === 1 ? snappyUncompress(content, logLimits.tableBlockBytesMax) : content;
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const handles: BlockHandle[] = [];
  for (let at = 0; at < end;) {
    const reader = new VarintReader(block, at);
    reader.next();
    const [ownKeyBytes, valueBytes] = [reader.next(), reader.next()];
    const valueAt = reader.at + ownKeyBytes;
    handles.push(readHandle(new VarintReader(block, valueAt)));
    at = valueAt + valueBytes;
  }
  return handles;
};

const checkBlocks = async (file: FileHandle, depth: 'index' | 'all'): Promise<void> => {
  const { size } = await file.stat();
  if (size < footerBytes) throw new RangeError('it is too short');
  const read = depth === 'all' ? await readWhole(file) : readFrom(file);
  const footer = await read(size - footerBytes, footerBytes);
  if (footer.readBigUInt64LE(footerBytes - 8) !== magic) throw new RangeError('it does not end as a table does');
  const reader = new VarintReader(footer);
  const [filters, data] = [await readBlock(read, readHandle(reader)), await readBlock(read, readHandle(reader))];
  for (const filter of handlesIn(filters)) await readBlock(read, filter);
  const blocks = handlesIn(data);
  if (depth === 'all') for (const block of blocks) await readBlock(read, block);
};

/**
 * Compares a LevelDB table with its checksums, which LevelDB itself does not do when it reads: a damaged block can end the process.
 * @param depth `index` for the blocks that every look-up goes through, `all` for the data as well
 * @returns what is wrong; undefined when nothing is, or when the table has gone since
 */
export const checkTable = async (path: string, depth: 'index' | 'all'): Promise<string | undefined> => {
  try {
    await using file = await open(path, 'r');
    await checkBlocks(file, depth);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    // Compaction deletes tables at any moment; LevelDB itself misses those that it needs.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};
