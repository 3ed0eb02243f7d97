import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue of one point, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitDepth = 8;
const trueColour = 2;

/** Length, name, content and checksum (PNG, 5.3). */
const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const piece = Buffer.alloc(named.length + 8);
  piece.writeUInt32BE(content.length, 0);
  named.copy(piece, 4);
  piece.writeUInt32BE(crc32(named), named.length + 4);
  return piece;
};

/** Writes a square picture as PNG, without transparency. */
export const writePng = (size: number, colourAt: (x: number, y: number) => Colour): Buffer<ArrayBuffer> => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(bitDepth, 8);
  header.writeUInt8(trueColour, 9);
  // Each line begins with its filter, and none has one.
  const lines = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) lines.set(colourAt(x, y), y * (1 + size * 3) + 1 + x * 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
