import type { Draft } from '../../model/draft.ts';
import type { FormatContext, Row } from '../format.ts';
import { offerFieldsReader } from './offer-fields.ts';
import { productFields } from './product-fields.ts';
import { placeOfRow, productOfRow } from './row-subject.ts';
import { type FieldNames, type GoogleCells, GoogleRow } from './row.ts';

/** What a reader of rows needs to know of the file. */
export interface ProductFile {
  readonly names: FieldNames;
  readonly hasStoreCodes: boolean;
  /** The time of the data: the file's own, once it has been read. */
  readonly observedAt: () => string;
}

/** Makes the reader of product rows, for XML and tables alike: a product, and its offer where the source makes offers. */
export const productRowReader = (context: FormatContext, file: ProductFile): ((cells: GoogleCells) => Row) => {
  const { settings } = context;
  const offerFields = offerFieldsReader(settings);
  return (cells) => {
    const row = new GoogleRow(cells, file.names);
    const { line } = row;
    if (row.saysNothing) return { line, drafts: [], issues: row.issues };
    const product = productOfRow(row);
    const drafts: Draft[] = [];
    const placeKey = settings.offers ? placeOfRow(row, context, file.hasStoreCodes) : undefined;
    if (product !== undefined) {
      const data = productFields(row, settings);
      drafts.push({ kind: 'Product', product, data });
      if (placeKey !== undefined) {
        const page = data['url'] === undefined ? {} : { url: data['url'] };
        const offer = { ...offerFields(row, file.observedAt()), ...page };
        drafts.push({ kind: 'Offer', product, placeKey, data: offer });
      }
    }
    return { line, drafts: row.isRefused ? [] : drafts, issues: row.issues };
  };
};
