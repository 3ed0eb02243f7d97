import type { DraftData } from '../../model/draft.ts';
import type { SourceSettings } from '../../model/source-settings.ts';
import { inLanguage } from '../values/in-language.ts';
import { readLink } from '../values/link.ts';
import { plainText } from '../values/plain-text.ts';
import { take } from '../values/take.ts';
import type { GoogleRow } from './row.ts';

const nameOf = (raw: string) => plainText(raw, 'name', 500);
const proseOf = (raw: string) => plainText(raw, 'prose', 10_000);
const shortOf = (raw: string) => plainText(raw, 'name', 200);
const categoryOf = (raw: string) => plainText(raw, 'name', 750);
const imagesMax = 20;

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

/** What a row of a product feed says of the product. */
export const productFields = (row: GoogleRow, settings: SourceSettings): DraftData => {
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
