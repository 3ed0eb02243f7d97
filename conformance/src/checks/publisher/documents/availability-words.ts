import { withoutSpace } from '../../../html/html-page.ts';

/** How pages in Dutch, English, German and French say each availability; the term itself will do too. */
const words: Readonly<Record<string, readonly string[]>> = {
  InStock: [
    'op voorraad', 'voorradig', 'in voorraad', 'beschikbaar', 'leverbaar', 'verkrijgbaar', 'aanwezig', 'in de winkel', 'in huis',
    'in stock', 'available', 'in store',
    'auf lager', 'vorrätig', 'verfügbar', 'lieferbar', 'erhältlich', 'im laden',
    'en stock', 'disponible', 'en magasin',
  ],
  LimitedAvailability: [
    'beperkt', 'laatste', 'weinig', 'bijna', 'limited', 'last', 'few', 'low stock', 'only',
    'begrenzt', 'wenige', 'letzte', 'geringer', 'limité', 'dernier', 'peu', 'quantité',
  ],
  OutOfStock: [
    'uitverkocht', 'niet op voorraad', 'niet voorradig', 'geen voorraad', 'niet beschikbaar', 'niet leverbaar', 'op dit moment niet', 'uit voorraad',
    'out of stock', 'sold out', 'not in stock', 'unavailable', 'not available', 'no stock',
    'ausverkauft', 'nicht auf lager', 'nicht vorrätig', 'nicht verfügbar', 'vergriffen', 'nicht lieferbar',
    'épuisé', 'rupture', 'indisponible', 'pas en stock', 'pas disponible',
  ],
  PreOrder: ['vooraf', 'reserveren', 'voorbestel', 'pre-order', 'preorder', 'vorbestell', 'précommande', 'pré-commande'],
  BackOrder: [
    'nabestel', 'na te bestellen', 'nalever', 'op bestelling', 'te bestellen', 'back order', 'back-order', 'backorder', 'on order', 'to order',
    'nachbestell', 'nachliefer', 'bestellbar', 'sur commande', 'réapprovisionnement', 'à commander',
  ],
  MadeToOrder: ['op bestelling', 'op maat', 'made to order', 'to order', 'auf bestellung', 'angefertigt', 'sur commande', 'sur mesure'],
  Discontinued: [
    'niet meer', 'uit het assortiment', 'discontinued', 'no longer', 'nicht mehr', 'eingestellt', 'ausgelaufen', 'plus disponible', 'plus vendu', 'arrêté',
  ],
  Unknown: ['onbekend', 'niet bekend', 'navragen', 'vraag', 'unknown', 'not known', 'ask', 'unbekannt', 'nicht bekannt', 'fragen', 'inconnu', 'pas connu', 'demander', 'renseigne'],
};

const languages: ReadonlySet<string> = new Set(['nl', 'en', 'de', 'fr']);

const plain = (text: string): string => withoutSpace(text).toLowerCase();

/** Does a page's text say this availability, as far as the suite knows its language? @param text without white space */
export const saysAvailability = (
  text: string,
  availability: string,
  language: string | undefined,
): boolean | undefined => {
  const lower = text.toLowerCase();
  const known = words[availability];
  if (known === undefined) return undefined;
  if ([availability, ...known].some((word) => lower.includes(plain(word)))) return true;
  return language === undefined || languages.has(language.toLowerCase().split('-')[0] ?? '') ? false : undefined;
};
