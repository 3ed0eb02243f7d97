import { type Gtin, isRestrictedGtin, type Product, type ThingId, thingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import type { KnownBarcode } from './linkset.ts';

const nameOf = (product: Product, gtin: Gtin, language: string): string => {
  const { name } = product;
  if (name === undefined) return gtin;
  return typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0] ?? gtin);
};

/**
 * Looks a barcode up among products, and among offers whose product has not arrived.
 * @returns undefined where nothing live names it; codes of restricted circulation mean something in one shop only, and never lead anywhere
 */
export const knownBarcode = async (
  log: ChangeLogReader,
  gtin: Gtin,
  language: string,
): Promise<KnownBarcode | undefined> => {
  if (isRestrictedGtin(gtin)) return undefined;
  const productPath: ThingId = thingId('Product', gtin);
  const entry = await log.get(productPath);
  if (entry?.text !== undefined)
    return { gtin, productPath, name: nameOf(fromStoredText(entry.text) as Product, gtin, language) };
  const [offer] = await log.ids(`${thingId('Offer', gtin)}.`, { limit: 1 });
  return offer === undefined ? undefined : { gtin, name: gtin, productPath: undefined };
};
