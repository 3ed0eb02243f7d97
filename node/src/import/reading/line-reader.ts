import type { ImportFile } from '../format.ts';
import { importLimits } from '../limits.ts';
import { decodeLines, type LineEncoding, lineEncodingOf, openText, surveyText } from './text-decoding.ts';

/** Why a line can't be taken as it stands. */
export type LineFlaw = 'row-too-long' | 'encoding-broken';

/** Lines that follow each other. */
export interface LineBatch {
  /** Number of the first one in the file, from 1. */
  readonly firstLine: number;
  /** Without their ends; a line that is too long is empty here. */
  readonly lines: readonly string[];
  /** By the line's number. */
  readonly flaws: ReadonlyMap<number, LineFlaw>;
  /** False for the last batch of a file that does not end with a line end. */
  readonly ended: boolean;
}

const lineFeed = 0x0a;
const { rowBytesMax } = importLimits;

/** The lines of `bytes`, one by one, because some are not valid text. */
const decodeSingly = (bytes: Buffer, encoding: LineEncoding, firstLine: number, flaws: Map<number, LineFlaw>) => {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    const text = decodeLines(line, encoding);
    if (text === undefined) flaws.set(firstLine + lines.length, 'encoding-broken');
    lines.push(text ?? line.toString('utf8'));
    start += line.length + 1;
  }
  return lines;
};

const toBatch = (bytes: Buffer, encoding: LineEncoding, firstLine: number, ended: boolean): LineBatch => {
  const flaws = new Map<number, LineFlaw>();
  const text = decodeLines(bytes, encoding);
  const lines = text === undefined ? decodeSingly(bytes, encoding, firstLine, flaws) : text.split('\n');
  if (bytes.includes('\r')) {
    for (const [index, line] of lines.entries()) if (line.endsWith('\r')) lines[index] = line.slice(0, -1);
  }
  if (bytes.length > rowBytesMax) {
    for (const [index, line] of lines.entries()) {
      if (Buffer.byteLength(line) <= rowBytesMax) continue;
      lines[index] = '';
      flaws.set(firstLine + index, 'row-too-long');
    }
  }
  return { firstLine, lines, flaws, ended };
};

/**
 * Reads a text file line by line, in any usual encoding and with any usual line end. A line of 100 MB is passed over without being held.
 * @throws {Fault} `file-unreadable`, `limit-exceeded`
 */
export async function* readLines(file: ImportFile): AsyncGenerator<LineBatch> {
  const survey = await surveyText(file);
  const encoding = lineEncodingOf(survey);
  let held: Buffer[] = [];
  let heldBytes = 0;
  let isTooLong = false;
  let nextLine = 1;
  const release = (end: Buffer, ended: boolean): LineBatch => {
    const firstLine = nextLine;
    const bytes = held.length === 0 ? end : Buffer.concat([...held, end]);
    [held, heldBytes] = [[], 0];
    const batch = toBatch(bytes, encoding, firstLine, ended);
    nextLine += batch.lines.length;
    return batch;
  };
  const tooLong = (ended: boolean): LineBatch => {
    const line = nextLine++;
    isTooLong = false;
    return { firstLine: line, lines: [''], flaws: new Map([[line, 'row-too-long']]), ended };
  };
  for await (const piece of openText(file, survey)) {
    let bytes = piece;
    if (isTooLong) {
      const end = bytes.indexOf(lineFeed);
      if (end === -1) continue;
      yield tooLong(true);
      bytes = bytes.subarray(end + 1);
    }
    const last = bytes.lastIndexOf(lineFeed);
    if (last !== -1) yield release(bytes.subarray(0, last), true);
    const rest = bytes.subarray(last + 1);
    if (rest.length > 0) held.push(rest);
    heldBytes += rest.length;
    // One more than the limit, for the carriage return that may end the line.
    isTooLong = heldBytes > rowBytesMax + 1;
    if (isTooLong) [held, heldBytes] = [[], 0];
  }
  if (isTooLong) yield tooLong(false);
  else if (heldBytes > 0) yield release(Buffer.alloc(0), false);
}
