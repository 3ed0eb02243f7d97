import { readFile, stat } from 'node:fs/promises';

/** Reads a file that somebody named. @throws {RangeError} when it is larger than what it should be ever is */
export const readLimited = async (file: string, bytesMax: number): Promise<Buffer> => {
  if ((await stat(file)).size > bytesMax) throw new RangeError(`${file} is larger than ${bytesMax} bytes.`);
  return readFile(file);
};
