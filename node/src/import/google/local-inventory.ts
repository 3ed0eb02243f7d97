import type { Draft } from '../../model/draft.ts';
import type { Format, FormatContext, Row } from '../format.ts';
import { readHead } from '../reading/file-head.ts';
import { offerFieldsReader } from './offer-fields.ts';
import type { ProductFile } from './product-row.ts';
import { placeOfRow, productOfRow } from './row-subject.ts';
import { type GoogleCells, GoogleRow } from './row.ts';
import { headAttributes, readGoogleTable } from './table.ts';
import { firstItemElements, readGoogleXml } from './xml.ts';

const inventoryRowReader = (context: FormatContext, file: ProductFile): ((cells: GoogleCells) => Row) => {
  const offerFields = offerFieldsReader(context.settings);
  return (cells) => {
    const row = new GoogleRow(cells, file.names);
    const { line } = row;
    if (row.saysNothing) return { line, drafts: [], issues: row.issues };
    const product = productOfRow(row);
    const placeKey = placeOfRow(row, context, file.hasStoreCodes);
    const data = offerFields(row, file.observedAt());
    if (product === undefined || placeKey === undefined) return { line, drafts: [], issues: row.issues };
    const offer: Draft = { kind: 'Offer', product, placeKey, data };
    // A barcode that nobody names yet is kept, and found by it.
    const drafts: readonly Draft[] =
      product.gtin === undefined ? [offer] : [{ kind: 'Product', product, mentioned: true, data: {} }, offer];
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
