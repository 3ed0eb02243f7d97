import { barcodesAndStock } from './barcodes-and-stock/format.ts';
import type { Format } from './format.ts';
import { googleLocalInventory } from './google/local-inventory.ts';
import { googleProductTable } from './google/product-table.ts';
import { googleProductXml } from './google/product-xml.ts';
import { googleStoreFeed } from './google/store-feed.ts';
import { ndjson } from './ndjson.ts';
import { placesSheet } from './places-sheet/format.ts';

/** Every format, in the order in which they are asked whether a file is theirs: the ones that are surest first. */
export const formats: readonly Format[] = [
  ndjson,
  googleProductXml,
  googleLocalInventory,
  googleStoreFeed,
  placesSheet,
  googleProductTable,
  barcodesAndStock,
];
