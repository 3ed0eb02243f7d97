import { isSeparatorLine, RecordReader } from './record-reader.ts';

/** In order of trust: a comma is also a decimal sign and stands in addresses. */
const delimiters = ['\t', ';', '|', ','] as const;
const sampleRowsMax = 50;
const nearlyAsGood = 0.1;

/** Excel's own line before the header that names the separator. */
const separatorLine = /^"?sep=([\t;|,])"?$/i;

/**
 * The first rows of a text.
 * @param isCut true where the text goes on: its last line is left out then, unless it is the only one
 */
export const sampleRows = (text: string, delimiter: string, isCut: boolean): readonly (readonly string[])[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (isCut && lines.length > 1) lines.pop();
  const reader = new RecordReader(delimiter);
  const whole = reader.push({ firstLine: 1, lines, flaws: new Map(), ended: !isCut });
  // A cell that is open where the text is cut may well close behind it.
  const records = isCut ? whole : [...whole, ...reader.end()];
  return records
    .filter(({ flaw, cells }) => flaw === undefined && !isSeparatorLine(cells))
    .slice(0, sampleRowsMax)
    .map(({ cells }) => cells);
};

/** How many of the rows have as many cells as the first one; 0 where that has only one. */
const fit = (rows: readonly (readonly string[])[]): number => {
  const columns = rows[0]?.length ?? 0;
  if (columns < 2) return 0;
  return rows.filter((row) => row.length === columns).length / rows.length;
};

/** Finds out what separates the cells of a table by looking at its first rows; undefined where it has one column, or is no table. */
export const findDelimiter = (text: string, isCut: boolean): string | undefined => {
  const named = separatorLine.exec(text.slice(0, text.search(/[\r\n]|$/)).trim())?.[1];
  if (named !== undefined) return named;
  const fits = delimiters.map((delimiter) => ({ delimiter, fit: fit(sampleRows(text, delimiter, isCut)) }));
  const best = Math.max(...fits.map((candidate) => candidate.fit));
  return best === 0
    ? undefined
    : fits.find((candidate) => candidate.fit > 0 && candidate.fit >= best - nearlyAsGood)?.delimiter;
};
