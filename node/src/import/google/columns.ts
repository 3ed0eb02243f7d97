/** The names that generators give to attributes of Google Merchant feeds, and Google's own. */
const otherNames: Readonly<Record<string, string>> = {
  item_id: 'id',
  itemid: 'id',
  offer_id: 'id',
  product_id: 'id',
  sku: 'id',
  item_title: 'title',
  product_name: 'title',
  name: 'title',
  product_description: 'description',
  product_url: 'link',
  url: 'link',
  image_url: 'image_link',
  image: 'image_link',
  additional_image_links: 'additional_image_link',
  additional_image_url: 'additional_image_link',
  ean: 'gtin',
  ean13: 'gtin',
  ean_code: 'gtin',
  gtin13: 'gtin',
  gtin14: 'gtin',
  upc: 'gtin',
  isbn: 'gtin',
  barcode: 'gtin',
  store: 'store_code',
  storecode: 'store_code',
  shop_code: 'store_code',
  stock: 'quantity',
  qty: 'quantity',
  inventory: 'quantity',
  sell_on_google_quantity: 'quantity',
  saleprice: 'sale_price',
  sale_price_date: 'sale_price_effective_date',
  colour: 'color',
  manufacturer: 'brand',
  item_condition: 'condition',
  pickup_time: 'pickup_sla',
};

/** The attribute's name as Google has it, for a normalised header. */
export const googleAttribute = (header: string): string =>
  Object.hasOwn(otherNames, header) ? (otherNames[header] ?? header) : header;

/** Columns by attribute: of two that mean the same, the one in Google's own words, else the first. */
export const googleColumns = (headers: readonly string[]): readonly (string | undefined)[] => {
  const attributes = headers.map(googleAttribute);
  return attributes.map((attribute, index) => {
    if (attribute === '') return undefined;
    const own = headers.indexOf(attribute);
    return index === (own === -1 ? attributes.indexOf(attribute) : own) ? attribute : undefined;
  });
};
