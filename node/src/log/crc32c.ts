// Four tables let one step take four bytes; Node's own crc32 counts with another polynomial.
const tables = Array.from({ length: 4 }, () => new Int32Array(256));
const [one, two, three, four] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
for (let byte = 0; byte < 256; byte += 1) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0x82_f6_3b_78 : 0);
  one[byte] = rest;
}
for (let byte = 0; byte < 256; byte += 1) {
  let rest = one[byte] ?? 0;
  for (const table of [two, three, four]) {
    rest = (rest >>> 8) ^ (one[rest & 0xff] ?? 0);
    table[byte] = rest;
  }
}

/** CRC-32C (Castagnoli) of bytes, as a signed number. */
export const crc32c = (bytes: Buffer): number => {
  let crc = -1;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= bytes.readInt32LE(at);
    crc =
      (four[crc & 0xff] ?? 0) ^
      (three[(crc >>> 8) & 0xff] ?? 0) ^
      (two[(crc >>> 16) & 0xff] ?? 0) ^
      (one[crc >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc;
};
