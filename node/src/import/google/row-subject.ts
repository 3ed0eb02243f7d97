import type { ProductReference } from '../../model/draft.ts';
import type { FormatContext } from '../format.ts';
import { productReference } from '../values/product-reference.ts';
import type { GoogleRow } from './row.ts';

/** Tells the product of a row; undefined where its issues say why not. */
export const productOfRow = (row: GoogleRow): ProductReference | undefined => {
  const { reference, issues } = productReference(
    { gtin: row.text('gtin'), code: row.text('id') },
    { line: row.line, gtinField: row.name('gtin'), codeField: row.name('id') },
  );
  row.issues.push(...issues);
  return reference;
};

/** Tells the place of a row; undefined where its issues say why not. */
export const placeOfRow = (row: GoogleRow, context: FormatContext, hasStoreCodes: boolean): string | undefined => {
  const storeCode = row.text('store_code');
  if (storeCode === undefined && hasStoreCodes && context.settings.place === undefined) {
    row.report('store-code-missing', 'store_code');
    return undefined;
  }
  const answer = context.placeOf(storeCode, { line: row.line, field: row.name('store_code') });
  if ('placeKey' in answer) return answer.placeKey;
  row.issues.push(answer.issue);
  return undefined;
};
