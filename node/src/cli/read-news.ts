import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewsOutcome, NewsRequest } from '../control/commands.ts';
import { postLimits } from '../federation/posts/limits.ts';
import type { ImportFile } from '../import/format.ts';
import { readLines } from '../import/reading/line-reader.ts';
import { normaliseHeader, readTable } from '../import/reading/table.ts';
import { Fault } from '../model/fault.ts';
import { hasError } from '../model/issue.ts';

/** A file of news: rows that can be posts, and what is wrong with the others. */
export interface News {
  readonly rows: readonly NewsRequest[];
  readonly refused: readonly NewsOutcome[];
}

/** The columns, by what people call them. */
const columns: Readonly<Record<string, string>> = {
  id: 'id',
  place: 'place',
  plek: 'place',
  winkel: 'place',
  text: 'text',
  tekst: 'text',
  at: 'at',
  wanneer: 'at',
  link: 'link',
  image: 'image',
  afbeelding: 'image',
  alt: 'alt',
  language: 'language',
  taal: 'language',
};

const rowSchema = z.strictObject({
  id: z.string().max(200).optional(),
  place: z.string().max(500).optional(),
  text: z.string(),
  at: z.string().max(100).optional(),
  link: z.string().optional(),
  image: z.string().optional(),
  alt: z.string().optional(),
  language: z.string().max(50).optional(),
});
type NewsCells = z.infer<typeof rowSchema>;

/** A row with an id may change, and keeps its place; one without is known by where, when and what it says. */
const markOf = ({ id, place, text, at }: NewsCells): string =>
  createHash('sha256')
    .update(JSON.stringify(id === undefined ? ['row', place, at, text] : ['id', place, id]))
    .digest('hex');

const refuse = (line: number, message: string): NewsOutcome => ({ line, outcome: 'refused', message });

const readRow = (line: number, given: unknown): NewsRequest | NewsOutcome => {
  const { data, error } = rowSchema.safeParse(given);
  if (error !== undefined)
    return refuse(line, error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { place, text, at, link, image, alt, language } = data;
  if (image === undefined && alt !== undefined) return refuse(line, 'It has words for a picture, and no picture.');
  return {
    line,
    mark: markOf(data),
    text,
    pictures: image === undefined ? [] : [{ address: image, alternative: alt ?? '' }],
    ...(place === undefined ? {} : { place }),
    ...(at === undefined ? {} : { at }),
    ...(link === undefined ? {} : { link }),
    ...(language === undefined ? {} : { language }),
  };
};

async function* tableRows(file: ImportFile): AsyncGenerator<NewsRequest | NewsOutcome> {
  const batches = readTable(file, {
    columns(first) {
      const names = first.map((name) => columns[normaliseHeader(name)]);
      if (!names.includes('text'))
        throw new Fault('file-unreadable', `${file.name} has no column "text": name the columns in its first line.`);
      return { names };
    },
  });
  for await (const batch of batches)
    for (const { line, cells, issues } of batch)
      yield hasError(issues)
        ? refuse(line, issues.map(({ message }) => message).join(' '))
        : readRow(line, { text: '', ...cells });
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function* jsonRows(file: ImportFile): AsyncGenerator<NewsRequest | NewsOutcome> {
  for await (const { firstLine, lines } of readLines(file))
    for (const [index, text] of lines.entries()) {
      if (text.trim() === '') continue;
      const row = parseJson(text);
      const line = firstLine + index;
      yield row === undefined ? refuse(line, 'The line is no JSON.') : readRow(line, row);
    }
}

const startsAsJson = async (file: ImportFile): Promise<boolean> => {
  for await (const piece of file.open()) {
    const start = Buffer.from(piece)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    if (start !== '') return start.startsWith('{');
  }
  return false;
};

/**
 * Reads a file of news: a table with columns place, text, at, link, image, alt, language and id, of which only text is needed; or lines of JSON with the same names.
 * @throws {Fault} `file-unreadable`; `limit-exceeded` for more rows than one file may have
 */
export const readNews = async (file: ImportFile): Promise<News> => {
  const rows: NewsRequest[] = [];
  const refused: NewsOutcome[] = [];
  for await (const row of (await startsAsJson(file)) ? jsonRows(file) : tableRows(file)) {
    if ('outcome' in row) refused.push(row);
    else rows.push(row);
    if (rows.length + refused.length > postLimits.newsRowsMax)
      throw new Fault(
        'limit-exceeded',
        `${file.name} has more than ${postLimits.newsRowsMax} rows: take out what was said long ago, or use several files.`,
      );
  }
  return { rows, refused };
};
