import type { Draft } from '../model/draft.ts';
import { readHead } from './file-head.ts';
import type { Format, FormatContext, Row } from './format.ts';
import { offerFieldsReader } from './google-offer-fields.ts';
import { placeOfRow, type ProductFile } from './google-product-fields.ts';
import { type GoogleCells, GoogleRow } from './google-row.ts';
import { headAttributes, readGoogleTable } from './google-table.ts';
import { firstItemElements, readGoogleXml } from './google-xml.ts';
import { productReference } from './product-reference.ts';

const inventoryRowReader = (context: FormatContext, file: ProductFile): ((cells: GoogleCells) => Row) => {
  const offerFields = offerFieldsReader(context.settings);
  return (cells) => {
    const row = new GoogleRow(cells, file.names);
    const { line } = row;
    if (row.saysNothing) return { line, drafts: [], issues: row.issues };
    const { reference, issues } = productReference(
      { gtin: row.text('gtin'), code: row.text('id') },
      { line, gtinField: row.name('gtin'), codeField: row.name('id') },
    );
    row.issues.push(...issues);
    const placeKey = placeOfRow(row, context, file.hasStoreCodes);
    const data = offerFields(row, file.observedAt());
    if (reference === undefined || placeKey === undefined) return { line, drafts: [], issues: row.issues };
    const offer: Draft = { kind: 'Offer', product: reference, placeKey, data };
    // A barcode that nobody names yet is kept, and found by it.
    const drafts: readonly Draft[] =
      reference.gtin === undefined
        ? [offer]
        : [{ kind: 'Product', product: reference, mentioned: true, data: {} }, offer];
    return { line, drafts, issues: row.issues };
  };
};

const isInventory = (attributes: ReadonlySet<string>): boolean =>
  attributes.has('store_code') &&
  (attributes.has('id') || attributes.has('gtin')) &&
  !attributes.has('title') &&
  ['availability', 'quantity', 'price', 'pickup_method'].some((name) => attributes.has(name));

/** A local inventory feed: what is in stock in which store, as TSV, CSV or XML. */
export const googleLocalInventory: Format = {
  name: 'google-local-inventory',
  title: 'Google Merchant local inventory feed',
  recognises: (head) => isInventory(firstItemElements(head.text) ?? headAttributes(head)),
  async *read(file, context) {
    const isXml = firstItemElements((await readHead(file)).text) !== undefined;
    if (isXml) {
      yield* readGoogleXml(file, context, ({ observedAt }) =>
        inventoryRowReader(context, { names: (attribute) => attribute, hasStoreCodes: true, observedAt }),
      );
    } else {
      yield* readGoogleTable(file, ({ names, has }) =>
        inventoryRowReader(context, { names, hasStoreCodes: has('store_code'), observedAt: () => context.observedAt }),
      );
    }
  },
};
