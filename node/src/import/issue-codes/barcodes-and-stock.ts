import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a row of barcodes and stock, beside its barcode and single values. */
export const barcodesAndStockIssues = {
  'stock-ambiguous': {
    level: 'warning',
    wrong:
      'Three digits behind a point or comma may be thousands or decimals, so the product is taken as in stock without a number',
    todo: 'Write whole numbers without a separator',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
