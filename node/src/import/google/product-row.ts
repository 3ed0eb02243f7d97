import type { Draft } from '../../model/draft.ts';
import type { FormatContext, Row } from '../format.ts';
import { offerFieldsReader } from './offer-fields.ts';
import { productFields } from './product-fields.ts';
import { placeOfRow, productOfRow } from './row-subject.ts';
import { type FieldNames, type GoogleCells, type GoogleRow, toGoogleRow } from './row.ts';

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
  const readDrafts = (row: GoogleRow): readonly Draft[] => {
    const product = productOfRow(row);
    const placeKey = settings.offers ? placeOfRow(row, context, file.hasStoreCodes) : undefined;
    if (product === undefined) return [];
    const data = productFields(row, settings);
    const drafts: Draft[] = [{ kind: 'Product', product, data }];
    if (placeKey !== undefined) {
      const page = data['url'] === undefined ? {} : { url: data['url'] };
      const offer = { ...offerFields(row, file.observedAt()), ...page };
      drafts.push({ kind: 'Offer', product, placeKey, data: offer });
    }
    return drafts;
  };
  return (cells) => toGoogleRow(cells, file.names, readDrafts);
};
