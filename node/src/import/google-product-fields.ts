import type { Draft, DraftData } from '../model/draft.ts';
import type { SourceSettings } from '../model/source-settings.ts';
import type { FormatContext, Row } from './format.ts';
import { offerFieldsReader } from './google-offer-fields.ts';
import { type FieldNames, type GoogleCells, GoogleRow } from './google-row.ts';
import { plainText } from './plain-text.ts';
import { productReference } from './product-reference.ts';
import { take } from './reading.ts';
import { readLink } from './values.ts';

const nameOf = (raw: string) => plainText(raw, 'name', 500);
const proseOf = (raw: string) => plainText(raw, 'prose', 10_000);
const shortOf = (raw: string) => plainText(raw, 'name', 200);
const categoryOf = (raw: string) => plainText(raw, 'name', 750);
const imagesMax = 20;

/** A text in the source's language, where it has one. */
export const inLanguage = (text: string, { language }: SourceSettings): string | Readonly<Record<string, string>> =>
  language === undefined ? text : { [language]: text };

const imagesOf = (row: GoogleRow): readonly string[] => {
  const main = row.value('image_link', readLink);
  const more = row
    // A comma may stand in an address; one before the next scheme parts two addresses.
    .texts('additional_image_link', (text) => text.split(/[,\s]+(?=https?:\/\/|\/\/)/i))
    .map((raw) => take(readLink(raw), row.issues, row.line, row.name('additional_image_link'), raw));
  return [...new Set([main, ...more].filter((link) => link !== undefined))].slice(0, imagesMax);
};

const energyLabelOf = (row: GoogleRow): string | undefined => {
  const label = row.text('energy_efficiency_class')?.toUpperCase().replaceAll(/\s/g, '');
  if (label === undefined || /^(A\+{0,3}|[B-G])$/.test(label)) return label;
  row.report('energy-label-unknown', 'energy_efficiency_class');
  return undefined;
};

const productData = (row: GoogleRow, settings: SourceSettings): DraftData => {
  const data: Record<string, unknown> = {};
  const put = (name: string, value: unknown): void => {
    if (value !== undefined) data[name] = value;
  };
  const inWords = (text: string | undefined) => (text === undefined ? undefined : inLanguage(text, settings));
  put('name', inWords(row.words('title', nameOf)));
  const brand = row.words('brand', shortOf);
  put('brand', brand === undefined ? undefined : { type: 'Brand', name: brand });
  put('description', inWords(row.words('description', proseOf)));
  const images = imagesOf(row);
  put('image', images.length === 0 ? undefined : images);
  put('url', row.value('link', readLink));
  put('category', row.words('google_product_category', categoryOf) ?? row.words('product_type', categoryOf));
  const group = row.words('item_group_id', shortOf);
  put('isVariantOf', group === undefined ? undefined : { type: 'ProductGroup', productGroupID: group });
  put('size', row.words('size', shortOf));
  put('color', row.words('color', shortOf));
  put('energyLabel', energyLabelOf(row));
  return data;
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

/** What a reader of product rows needs to know of the file. */
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
    const { reference, issues } = productReference(
      { gtin: row.text('gtin'), code: row.text('id') },
      { line, gtinField: row.name('gtin'), codeField: row.name('id') },
    );
    row.issues.push(...issues);
    const drafts: Draft[] = [];
    const placeKey = settings.offers ? placeOfRow(row, context, file.hasStoreCodes) : undefined;
    if (reference !== undefined) {
      const data = productData(row, settings);
      drafts.push({ kind: 'Product', product: reference, data });
      if (placeKey !== undefined) {
        const page = data['url'] === undefined ? {} : { url: data['url'] };
        const offer = { ...offerFields(row, file.observedAt()), ...page };
        drafts.push({ kind: 'Offer', product: reference, placeKey, data: offer });
      }
    }
    return { line, drafts: row.isRefused ? [] : drafts, issues: row.issues };
  };
};
