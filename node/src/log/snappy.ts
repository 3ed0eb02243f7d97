import { VarintReader } from './varint.ts';

/** Undoes Snappy, for the small blocks that say where a table's other blocks are. @throws {RangeError} when it is not Snappy */
export const snappyUncompress = (input: Buffer, bytesMax: number): Buffer => {
  const length = new VarintReader(input);
  const size = length.next();
  if (size > bytesMax) throw new RangeError(`${size} bytes are more than a block holds`);
  const output = Buffer.alloc(size);
  let from = length.at;
  let to = 0;
  while (from < input.length) {
    const tag = input.readUInt8(from);
    from += 1;
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const more = Math.max(0, short - 59);
      const count = (more === 0 ? short : input.readUIntLE(from, more)) + 1;
      from += more;
      if (from + count > input.length || to + count > size) throw new RangeError('a literal is cut off');
      input.copy(output, to, from, from + count);
      from += count;
      to += count;
      continue;
    }
    const width = [0, 1, 2, 4][tag & 3] ?? 0;
    const low = input.readUIntLE(from, width);
    from += width;
    const offset = width === 1 ? ((tag >> 5) << 8) | low : low;
    const count = width === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    if (offset < 1 || offset > to || to + count > size) throw new RangeError('a copy reaches outside');
    // A copy may repeat what it has just written.
    for (let done = 0; done < count; done += 1, to += 1) output[to] = output[to - offset] ?? 0;
  }
  if (to !== size) throw new RangeError('it ends early');
  return output;
};
