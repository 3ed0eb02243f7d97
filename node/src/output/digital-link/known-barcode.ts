import { type Gtin, isRestrictedGtin, type Product, thingId } from '@openstraat/spec';
import { fromStoredText } from '../../log/stored-text.ts';
import type { Library } from '../../project/library.ts';
import type { SearchView } from '../../project/search-index/search-view.ts';
import type { KnownBarcode } from './linkset.ts';

const nameOf = (product: Product, gtin: Gtin, language: string): string => {
  const { name } = product;
  if (name === undefined) return gtin;
  return typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0] ?? gtin);
};

/** Whether any node offers what would have an id of this barcode, though no product has arrived. */
const isOffered = (view: SearchView, gtin: Gtin): boolean => {
  const path = thingId('Product', gtin);
  let has = false;
  for (const [number, origin] of view.origins.entries())
    view.forOffersOfId(number === 0 ? path : origin + path, () => {
      has = true;
    });
  return has;
};

/**
 * Looks a barcode up among products, those of this node first, and among offers whose product has not arrived.
 * @param found what is found here of all nodes; undefined while that is being built
 * @returns undefined where nothing live names it; codes of restricted circulation mean something in one shop only, and never lead anywhere
 */
export const knownBarcode = async (
  library: Library,
  found: SearchView | undefined,
  gtin: Gtin,
  language: string,
): Promise<KnownBarcode | undefined> => {
  if (isRestrictedGtin(gtin)) return undefined;
  const others = (found?.productsByGtin(gtin) ?? []).map((product) => found?.subjectId(product) ?? '');
  for (const id of [thingId('Product', gtin), ...others]) {
    const entry = await library.get(id);
    if (entry?.text === undefined) continue;
    const product = entry.id.startsWith('/') ? library.own.origin + entry.id : entry.id;
    return { gtin, product, name: nameOf(fromStoredText(entry.text) as Product, gtin, language) };
  }
  const [offer] = await library.own.ids(`${thingId('Offer', gtin)}.`, { limit: 1 });
  const isKnown = offer !== undefined || (found !== undefined && isOffered(found, gtin));
  return isKnown ? { gtin, name: gtin, product: undefined } : undefined;
};
