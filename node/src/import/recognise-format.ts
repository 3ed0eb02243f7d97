import { Fault } from '../model/fault.ts';
import type { Format, ImportFile } from './format.ts';
import { formats } from './formats.ts';
import { readHead, type SampledHead } from './reading/file-head.ts';

const seenCharactersMax = 120;

const describe = ({ text, cells, delimiter }: SampledHead): string => {
  const start = text.trimStart();
  if (start === '') return 'It is empty.';
  if (start.startsWith('<')) return `It starts as XML: ${start.slice(0, seenCharactersMax)}`;
  if (delimiter === undefined) return `It starts with: ${start.slice(0, seenCharactersMax)}`;
  return `Its first row has these columns: ${cells.join(' | ').slice(0, seenCharactersMax)}`;
};

/**
 * Finds out which format a file has, by its content.
 * @throws {Fault} `format-unknown` with what was seen and what is understood; `file-unreadable` where it is not text
 */
export const recogniseFormat = async (file: ImportFile, known: readonly Format[] = formats): Promise<Format> => {
  const head = await readHead(file);
  const format = known.find((candidate) => candidate.recognises(head));
  if (format !== undefined) return format;
  const understood = known.map(({ name, title }) => `  ${name}: ${title}`).join('\n');
  throw new Fault(
    'format-unknown',
    `${file.name} is in no format that is understood. ${describe(head).replaceAll(/\s+/g, ' ')}\nUnderstood are:\n${understood}\nIf it is one of these, say which: --format <name>.`,
  );
};
