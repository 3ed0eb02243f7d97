import { Fault } from '../model/fault.ts';
import { barcodesAndStock } from './barcodes-and-stock.ts';
import { readHead, type SampledHead } from './file-head.ts';
import type { Format, ImportFile } from './format.ts';
import { googleLocalInventory } from './google-local-inventory.ts';
import { googleProductTable } from './google-product-table.ts';
import { googleProductXml } from './google-product-xml.ts';
import { googleStoreFeed } from './google-store-feed.ts';
import { ndjson } from './ndjson.ts';
import { placesSheet } from './places-sheet.ts';

/** Every format, in the order in which they are asked whether a file is theirs: the ones that are surest first. */
export const formats: readonly Format[] = [
  ndjson,
  googleProductXml,
  googleLocalInventory,
  googleStoreFeed,
  placesSheet,
  googleProductTable,
  barcodesAndStock,
];

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
