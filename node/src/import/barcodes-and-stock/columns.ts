import { normaliseHeader } from '../reading/table.ts';
import { readGtin, unwrapCode } from '../values/product-reference.ts';

/** What a column of a stock file holds. */
export type StockRole = 'barcode' | 'code' | 'stock' | 'price' | 'name';

/** Where everything stands in a stock file. */
export interface StockColumns {
  readonly roles: readonly (StockRole | undefined)[];
  readonly firstRowIsData: boolean;
}

type Rows = readonly (readonly string[])[];

/** Headers, normalised, in the languages of the shops: Dutch, English, German, French. */
const headers: Readonly<Record<StockRole, string>> = {
  barcode:
    'barcode bar_code barcodes barcodenummer barcode_ean ean eans ean_code eancode ean_nummer eannummer ean_nr ean13 ean_13 ean8 ean_8 ean_gtin ean_upc gtin gtin8 ' +
    'gtin12 gtin13 gtin14 gtin_13 gtin_14 gtin_ean upc upc_code isbn isbn13 isbn_13 streepjescode streepcode artikel_ean product_ean strichcode barcodenr ' +
    'code_barre code_barres codebarre codebarres gencod gencode code_ean',
  code:
    'code sku plu artikel artikelnummer artikelnr artikel_nr artikel_nummer artikelcode artikel_code artnr art_nr art_nummer productcode product_code ' +
    'productnummer product_nummer product_id bestelnummer intern_nummer nummer item item_number item_no item_code article_number article_no article_code ' +
    'bestellnummer reference ref numero_article code_article',
  stock:
    'voorraad voorraden aantal stuks stock stocks qty quantity inventory bestand lagerbestand menge anzahl stuck stueck quantite stand saldo voorraad_stuks ' +
    'voorraad_aantal voorraadaantal voorraadstand aantal_op_voorraad op_voorraad in_stock vrije_voorraad voorraad_vrij beschikbaar beschikbare_voorraad ' +
    'actuele_voorraad huidige_voorraad technische_voorraad winkelvoorraad voorraad_winkel on_hand qty_on_hand quantity_on_hand stock_on_hand stock_quantity ' +
    'stock_qty stock_level available available_stock availability beschikbaarheid lager verfugbar verfuegbar disponible en_stock stock_disponible',
  price:
    'prijs price verkoopprijs verkoop_prijs vkprijs vk_prijs vk consumentenprijs prijs_eur prijs_euro prijs_incl prijs_incl_btw verkoopprijs_incl ' +
    'verkoopprijs_incl_btw winkelprijs sales_price selling_price retail_price unit_price price_eur price_incl_vat preis vk_preis verkaufspreis preis_eur ' +
    'preis_brutto prix prix_ttc prix_de_vente prix_vente',
  name:
    'naam omschrijving artikelomschrijving artikel_omschrijving productnaam product_naam artikelnaam titel name title description product_name item_name ' +
    'product product_title bezeichnung artikelbezeichnung produktname designation libelle nom nom_du_produit',
};

const roleOfHeader: ReadonlyMap<string, StockRole> = new Map(
  (Object.keys(headers) as StockRole[]).flatMap((role) =>
    headers[role].split(' ').map((header): [string, StockRole] => [header, role]),
  ),
);

const byHeader = (first: readonly string[]): StockColumns | undefined => {
  const roles = first.map((header) => roleOfHeader.get(normaliseHeader(header)));
  const namesProduct = roles.includes('barcode') || roles.includes('code');
  const saysMore = roles.includes('stock') || roles.includes('price');
  return namesProduct && saysMore ? { roles, firstRowIsData: false } : undefined;
};

/** Dates have eight digits too. */
const isDate = (cell: string): boolean => /^\d{1,4}[-\s]\d{1,2}[-\s]\d{1,4}$/.test(cell.trim());
const isBarcodeLike = (cell: string): boolean => {
  if (isDate(cell)) return false;
  const answer = readGtin(cell);
  return answer.ok || answer.code === 'gtin-rounded' || /^(\d{8}|\d{12,14})$/.test(unwrapCode(cell));
};
const isValidOrRounded = (cell: string): boolean => {
  if (isDate(cell)) return false;
  const answer = readGtin(cell);
  return answer.ok || answer.code === 'gtin-rounded';
};
const isNumberLike = (cell: string): boolean =>
  cell === '' || /^[^a-z\d]{0,3}\d[\d.,\s]*[^a-z\d]{0,3}(eur)?$/i.test(cell);
const isWhole = (cell: string): boolean => /^[+-]?\d*$/.test(cell);

const share = (rows: Rows, column: number, fits: (cell: string) => boolean): number =>
  rows.filter((row) => fits(row[column] ?? '')).length / rows.length;

/** Where the columns have no names that are known: the barcodes tell, and whole numbers are stock. */
const byContent = (rows: Rows): StockColumns | undefined => {
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || columns > 3) return undefined;
  const firstRowIsData =
    rows[0]?.some(isBarcodeLike) === true || rows[0]?.some((cell) => /[a-z]/i.test(cell)) === false;
  const data = firstRowIsData ? rows : rows.slice(1);
  if (data.length === 0) return undefined;
  const all = Array.from({ length: columns }, (_, column) => column);
  const shares = all.map((column) => share(data, column, isValidOrRounded));
  const barcode = shares.indexOf(Math.max(...shares));
  if (share(data, barcode, isBarcodeLike) < 0.5 || shares[barcode] === 0) return undefined;
  const others = all.filter((column) => column !== barcode);
  if (others.some((column) => share(data, column, isNumberLike) < 0.5)) return undefined;
  const [first = -1, second = -1] = others;
  // Barcode, stock, price is the usual order; another one only where the content says so.
  const isTurned = second !== -1 && share(data, first, isWhole) < 1 && share(data, second, isWhole) === 1;
  const [stock, price] = isTurned ? [second, first] : [first, second];
  const roleOf = (column: number): StockRole | undefined =>
    column === barcode ? 'barcode' : column === stock ? 'stock' : column === price ? 'price' : undefined;
  return { roles: all.map(roleOf), firstRowIsData };
};

/** Finds out what stands in the columns of a stock file, by the names in its first row, else by what stands in them; undefined where it is no stock file. */
export const findStockColumns = (rows: Rows): StockColumns | undefined => {
  const first = rows[0];
  return first === undefined ? undefined : (byHeader(first) ?? byContent(rows));
};
