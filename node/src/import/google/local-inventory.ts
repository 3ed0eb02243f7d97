import type { Draft } from '../../model/draft.ts';
import type { Format, FormatContext, Row } from '../format.ts';
import { readHead } from '../reading/file-head.ts';
import { offerFieldsReader } from './offer-fields.ts';
import type { ProductFile } from './product-row.ts';
import { placeOfRow, productOfRow } from './row-subject.ts';
import { type GoogleCells, type GoogleRow, toGoogleRow } from './row.ts';
import { headAttributes, readGoogleTable } from './table.ts';
import { firstItemElements, readGoogleXml } from './xml.ts';

const inventoryRowReader = (context: FormatContext, file: ProductFile): ((cells: GoogleCells) => Row) => {
  const offerFields = offerFieldsReader(context.settings);
  const readDrafts = (row: GoogleRow): readonly Draft[] => {
    const product = productOfRow(row);
    const placeKey = placeOfRow(row, context, file.hasStoreCodes);
    const data = offerFields(row, file.observedAt());
    if (product === undefined) return [];
    // A barcode that nobody names yet is kept, and found by it.
    const mention: readonly Draft[] =
      product.gtin === undefined ? [] : [{ kind: 'Product', product, mentioned: true, data: {} }];
    return placeKey === undefined ? mention : [...mention, { kind: 'Offer', product, placeKey, data }];
  };
  return (cells) => toGoogleRow(cells, file.names, readDrafts);
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
