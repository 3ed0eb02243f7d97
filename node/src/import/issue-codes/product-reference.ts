import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with how a row names its product. */
export const productReferenceIssues = {
  'product-unnamed': {
    level: 'error',
    wrong: 'The row names no product',
    todo: "Fill in the barcode or the shop's own code",
  },
  'gtin-not-digits': {
    level: 'error',
    wrong: 'The barcode has signs other than digits',
    todo: 'Write its 8, 12, 13 or 14 digits',
  },
  'gtin-length': {
    level: 'error',
    wrong: 'A barcode has 8, 12, 13 or 14 digits, this one has another number of them',
    todo: 'Copy the barcode from the product again; spreadsheets drop leading zeros unless the column is text',
  },
  'gtin-check-digit': {
    level: 'error',
    wrong: 'The check digit of the barcode is not right, so at least one digit is wrong',
    todo: 'Copy the barcode from the product again',
  },
  'gtin-rounded': {
    level: 'error',
    wrong: 'A spreadsheet has rounded the barcode, and its last digits are lost',
    todo: 'Make the column text before filling it in or opening it, and export again',
  },
  'gtin-ignored': {
    level: 'warning',
    wrong: "The barcode is not valid, so the product is known by the shop's own code only",
    todo: 'Correct the barcode, so that people find the product by it',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
