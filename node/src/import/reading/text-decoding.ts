import { isAscii, isUtf8 } from 'node:buffer';
import { Fault } from '../../model/fault.ts';
import type { ImportFile } from '../format.ts';
import { openPlain } from './plain-bytes.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Encodings that shops' files have. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What reading a whole file as text takes. */
export interface TextSurvey {
  readonly encoding: TextEncoding;
  /** Length of the byte order mark. */
  readonly markBytes: number;
  /** True where lines end with a carriage return alone, as old Macs wrote them. */
  readonly endsWithReturn: boolean;
}

const markOf = (start: Uint8Array): { readonly encoding: TextEncoding; readonly markBytes: number } | undefined => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return undefined;
};

/** How many bytes a UTF-8 sequence has, by its first one; 0 where no sequence starts so. */
const sequenceLength = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes at the end are the start of a sequence that goes on in the next piece. */
const openTailLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
};

/**
 * Weighs a whole file: real feeds have a single broken name in good UTF-8, and their first letter with an accent may come late.
 * UTF-8 sequences are so unlikely in other encodings that the majority tells.
 */
class EncodingScale {
  #sequences = 0;
  #strays = 0;
  #tail: Uint8Array = new Uint8Array(0);

  add(piece: Buffer): void {
    if (this.#tail.length === 0 && isAscii(piece)) return;
    const bytes = this.#tail.length === 0 ? piece : Buffer.concat([this.#tail, piece]);
    const tailLength = openTailLength(bytes);
    this.#tail = bytes.subarray(bytes.length - tailLength);
    const body = bytes.subarray(0, bytes.length - tailLength);
    for (let index = 0; index < body.length; index++) {
      const byte = body[index] ?? 0;
      if (byte < 0x80) continue;
      const length = sequenceLength(byte);
      let end = index + 1;
      while (end < index + length && isContinuation(body[end])) end++;
      if (length > 0 && end === index + length) {
        this.#sequences++;
        index = end - 1;
      } else this.#strays++;
    }
  }

  /** @param atEnd false where more of the file follows, so that an open sequence is no fault */
  verdict(atEnd: boolean): 'utf-8' | 'windows-1252' {
    const strays = this.#strays + (atEnd && this.#tail.length > 0 ? 1 : 0);
    return strays === 0 || this.#sequences > strays ? 'utf-8' : 'windows-1252';
  }
}

const refuseBinary = (file: ImportFile): Fault =>
  new Fault(
    'file-unreadable',
    `${file.name} is not a text file: it has zero bytes. Export it as CSV, TSV, XML or NDJSON, in UTF-8.`,
  );

/**
 * Decides how a file is to be read.
 * @param bytesMax how much of it to look at; all of it when absent
 * @throws {Fault} `file-unreadable` where it is not text
 */
export const surveyText = async (file: ImportFile, bytesMax: number = Infinity): Promise<TextSurvey> => {
  const scale = new EncodingScale();
  let mark: ReturnType<typeof markOf>;
  let seenBytes = 0;
  let hasFeed = false;
  let hasReturn = false;
  for await (const piece of openPlain(file)) {
    if (seenBytes === 0) mark = markOf(piece);
    const part = seenBytes + piece.length > bytesMax ? piece.subarray(0, bytesMax - seenBytes) : piece;
    seenBytes += part.length;
    hasFeed ||= part.includes(lineFeed);
    hasReturn ||= part.includes(carriageReturn);
    if (mark?.markBytes === 2) break;
    if (part.includes(0)) throw refuseBinary(file);
    scale.add(part);
    if (seenBytes >= bytesMax) break;
  }
  return {
    // A mark of UTF-8 does not settle it: some programs append lines of another encoding to a file that has one.
    encoding: mark?.markBytes === 2 ? mark.encoding : scale.verdict(seenBytes < bytesMax),
    markBytes: mark?.markBytes ?? 0,
    endsWithReturn: hasReturn && !hasFeed,
  };
};

const withLineFeeds = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(carriageReturn); at !== -1; at = copy.indexOf(carriageReturn, at + 1)) copy[at] = lineFeed;
  return copy;
};

/** The encodings in which a line feed is one byte of its own. */
export type LineEncoding = 'utf-8' | 'windows-1252';

/**
 * The bytes of a file after its mark, in an encoding in which lines can be cut at line feeds: UTF-16 becomes UTF-8 on the way.
 * @throws {Fault} `file-unreadable` for zero bytes and broken UTF-16
 */
export async function* openText(file: ImportFile, survey: TextSurvey): AsyncGenerator<Buffer> {
  const wide = survey.markBytes === 2 ? new TextDecoder(survey.encoding, { fatal: true }) : undefined;
  const narrow = (bytes?: Buffer): Buffer => {
    try {
      return Buffer.from(wide?.decode(bytes, { stream: bytes !== undefined }) ?? '', 'utf8');
    } catch (cause) {
      throw new Fault('file-unreadable', `${file.name} is damaged UTF-16. Export it as UTF-8.`, { cause });
    }
  };
  let markBytes = survey.markBytes;
  for await (const piece of openPlain(file)) {
    const bytes = piece.subarray(markBytes);
    markBytes = 0;
    const text = wide === undefined ? bytes : narrow(bytes);
    if (text.includes(0)) throw refuseBinary(file);
    yield survey.endsWithReturn ? withLineFeeds(text) : text;
  }
  const rest = narrow();
  if (rest.length > 0) yield rest;
}

/** The encoding of what `openText` gives. */
export const lineEncodingOf = ({ encoding }: TextSurvey): LineEncoding =>
  encoding === 'windows-1252' ? 'windows-1252' : 'utf-8';

const western = new TextDecoder('windows-1252');

/** Decodes whole lines; undefined where they are not all valid, so that the caller can find which ones. */
export const decodeLines = (bytes: Buffer, encoding: LineEncoding): string | undefined => {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (encoding === 'windows-1252') return western.decode(bytes);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
};
