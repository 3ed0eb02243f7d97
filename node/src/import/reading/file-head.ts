import type { FileHead, ImportFile } from '../format.ts';
import { importLimits } from '../limits.ts';
import { findDelimiter, sampleRows } from './delimiter.ts';
import { lineEncodingOf, openText, surveyText } from './text-decoding.ts';

/** The start of a file, and the first rows where it is a table. */
export interface SampledHead extends FileHead {
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the start of a file, to choose a format by.
 * @throws {Fault} `file-unreadable` where it is not text
 */
export const readHead = async (file: ImportFile): Promise<SampledHead> => {
  const { headBytes } = importLimits;
  const survey = await surveyText(file, headBytes);
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of openText(file, survey)) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > headBytes) break;
  }
  const isCut = bytes > headBytes;
  // Streaming, so that a letter cut in two at the end is left out.
  const text = new TextDecoder(lineEncodingOf(survey)).decode(Buffer.concat(pieces).subarray(0, headBytes), {
    stream: true,
  });
  const delimiter = findDelimiter(text, isCut);
  const rows = sampleRows(text, delimiter ?? ',', isCut);
  return { text, delimiter, cells: rows[0] ?? [], rows };
};
