import type { IssueDefinition } from '../../model/issue.ts';
import { validateIssues } from '../../validate/issue-codes.ts';
import { barcodesAndStockIssues } from './barcodes-and-stock.ts';
import { gazetteerIssues } from './gazetteer.ts';
import { googleIssues } from './google.ts';
import { ndjsonIssues } from './ndjson.ts';
import { placesIssues } from './places.ts';
import { productReferenceIssues } from './product-reference.ts';
import { runIssues } from './run.ts';
import { tableIssues } from './table.ts';
import { valueIssues } from './values.ts';
import { xmlIssues } from './xml.ts';

/** Issue codes that belong together, under the words that the documentation has for them. */
export interface IssueRoom {
  readonly title: string;
  readonly issues: Readonly<Record<string, IssueDefinition>>;
}

/** Every issue code that an import can report, in the order in which a row meets them. */
export const issueRooms: readonly IssueRoom[] = [
  { title: 'The file as a table', issues: tableIssues },
  { title: 'The file as XML', issues: xmlIssues },
  { title: 'Our own NDJSON', issues: ndjsonIssues },
  { title: 'The product that a row is about', issues: productReferenceIssues },
  { title: 'Values', issues: valueIssues },
  { title: 'Product, inventory and store feeds', issues: googleIssues },
  { title: 'Barcodes and stock', issues: barcodesAndStockIssues },
  { title: 'The sheet of places', issues: placesIssues },
  { title: 'The gazetteer', issues: gazetteerIssues },
  { title: 'The thing as a whole', issues: validateIssues },
  { title: 'The delivery as a whole', issues: runIssues },
];
