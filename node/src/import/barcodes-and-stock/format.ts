import type { Draft, DraftData } from '../../model/draft.ts';
import { Fault } from '../../model/fault.ts';
import { hasError, type Issue, issueReporter } from '../../model/issue.ts';
import type { FileHead, Format, FormatContext, ImportFile, PlaceAnswer, Row } from '../format.ts';
import { barcodesAndStockIssues } from '../issue-codes/barcodes-and-stock.ts';
import { valueIssues } from '../issue-codes/values.ts';
import { importLimits } from '../limits.ts';
import { onlyNamed } from '../only-named.ts';
import { sampleRows } from '../reading/delimiter.ts';
import { readHead } from '../reading/file-head.ts';
import { readTable, type TableRow } from '../reading/table.ts';
import { inLanguage } from '../values/in-language.ts';
import { plainText } from '../values/plain-text.ts';
import { type Money, priceReader } from '../values/price.ts';
import { productReference, readGtin } from '../values/product-reference.ts';
import { type Reading, take } from '../values/take.ts';
import { findStockColumns, type StockRole } from './columns.ts';
import { readTillStock } from './till-stock.ts';

const report = issueReporter({ ...barcodesAndStockIssues, ...valueIssues });
const nameCharactersMax = 500;

/** What a row needs beyond itself. */
interface StockReading {
  readonly context: FormatContext;
  readonly readPrice: (raw: string) => Reading<Money>;
  /** What the file calls its columns. */
  readonly fields: Readonly<Record<StockRole, string>>;
}

const readName = (raw: string | undefined, line: number, field: string, issues: Issue[]): string | undefined => {
  if (raw === undefined) return undefined;
  const { text, problems } = plainText(raw, 'name', nameCharactersMax);
  for (const problem of problems) issues.push(report(problem, { line, field, value: raw }));
  return text;
};

const offerData = ({ line, cells }: TableRow, reading: StockReading, issues: Issue[]): DraftData => {
  const { context, fields, readPrice } = reading;
  const { availability, stock, problem } = readTillStock(cells['stock'] ?? '');
  if (problem !== undefined) issues.push(report(problem, { line, field: fields.stock, value: cells['stock'] }));
  const raw = cells['price'];
  const money = raw === undefined ? undefined : take(readPrice(raw), issues, line, fields.price, raw);
  return {
    availability,
    observedAt: context.observedAt,
    ...(stock === undefined ? {} : { stock }),
    ...(money === undefined ? {} : { price: money.amount, priceCurrency: money.currency }),
  };
};

/** Tills mix barcodes and codes of their own in one column: what can't be a GTIN, because of its length or letters, is such a code. */
const splitBarcode = ({
  cells,
}: TableRow): { readonly gtin?: string | undefined; readonly code?: string | undefined } => {
  const { barcode, code } = cells;
  if (barcode === undefined || code !== undefined) return { gtin: barcode, code };
  const answer = readGtin(barcode);
  const isOwnCode = !answer.ok && (answer.code === 'gtin-length' || answer.code === 'gtin-not-digits');
  return isOwnCode ? { code: barcode } : { gtin: barcode };
};

const placeIssue = (place: PlaceAnswer | undefined): readonly Issue[] =>
  place !== undefined && 'issue' in place ? [place.issue] : [];

const readDrafts = (row: TableRow, reading: StockReading, issues: Issue[]): readonly Draft[] => {
  const { line, cells } = row;
  const { context, fields } = reading;
  const place = context.settings.offers ? context.placeOf(undefined, { line, field: '' }) : undefined;
  issues.push(...placeIssue(place));
  const { reference: product, issues: productIssues } = productReference(splitBarcode(row), {
    line,
    gtinField: fields.barcode,
    codeField: fields.code,
  });
  issues.push(...productIssues);
  const name = readName(cells['name'], line, fields.name, issues);
  const data = offerData(row, reading, issues);
  if (product === undefined) return [];
  const drafts: Draft[] = [];
  if (name !== undefined) {
    drafts.push({ kind: 'Product', product, data: { name: inLanguage(name, context.settings) } });
  } else if (product.gtin !== undefined || place === undefined) {
    // A code alone, in a line of stock, says nothing of the product that is worth keeping.
    drafts.push({ kind: 'Product', product, mentioned: true, data: {} });
  }
  if (place !== undefined && 'placeKey' in place) {
    drafts.push({ kind: 'Offer', product, placeKey: place.placeKey, data });
  }
  return drafts;
};

const toRow = (row: TableRow, reading: StockReading): Row => {
  const { line } = row;
  // What is wrong with the cells of a broken row does not matter any more.
  if (hasError(row.issues)) return { line, drafts: onlyNamed(readDrafts(row, reading, [])), issues: row.issues };
  const issues = [...row.issues];
  const drafts = readDrafts(row, reading, issues);
  return { line, drafts: hasError(issues) ? onlyNamed(drafts) : drafts, issues };
};

const recognises = (head: FileHead): boolean => {
  if (head.delimiter === undefined) return false;
  // A text of half the head's size may be all of it, in letters of more than one byte.
  const isCut = head.text.length > importLimits.headBytes / 2;
  return findStockColumns(sampleRows(head.text, head.delimiter, isCut)) !== undefined;
};

async function* read(file: ImportFile, context: FormatContext): AsyncGenerator<readonly Row[]> {
  const { rows } = await readHead(file);
  const columns = findStockColumns(rows);
  if (columns === undefined) {
    throw new Fault(
      'file-unreadable',
      `${file.name} has no column of barcodes beside a column of numbers. Write "barcode;stock" in its first line.`,
    );
  }
  const { roles, firstRowIsData } = columns;
  const fieldOf = (role: StockRole): string => {
    const column = roles.indexOf(role);
    return (firstRowIsData ? undefined : rows[0]?.[column]) ?? role;
  };
  const reading: StockReading = {
    context,
    readPrice: priceReader(context.settings.currency),
    fields: {
      barcode: roles.includes('barcode') ? fieldOf('barcode') : fieldOf('code'),
      code: fieldOf('code'),
      stock: fieldOf('stock'),
      price: fieldOf('price'),
      name: fieldOf('name'),
    },
  };
  for await (const batch of readTable(file, { columns: () => ({ names: roles, firstRowIsData }) })) {
    yield batch.map((row) => toRow(row, reading));
  }
}

/** Barcodes and stock: two or three columns, with or without a header, as tills export them; a column of names is taken too where the header says so. */
export const barcodesAndStock: Format = {
  name: 'barcodes-and-stock',
  title: 'Barcodes and stock (CSV or TSV: barcode, stock, price)',
  recognises,
  read,
};
