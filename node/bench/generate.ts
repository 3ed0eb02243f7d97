import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { gtinCheckDigit } from '@openstraat/spec';

/** How much the generator makes. */
export interface BenchSize {
  readonly shops: number;
  readonly products: number;
  readonly offers: number;
}

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const nouns = [
  'fietspomp',
  'waterkoker',
  'hamer',
  'roman',
  'tandpasta',
  'wandelschoen',
  'koekenpan',
  'zaklamp',
  'puzzel',
  'verfroller',
  'bloempot',
  'balpen',
];
const adjectives = [
  'rood',
  'groot',
  'klein',
  'houten',
  'stevig',
  'licht',
  'zwart',
  'opvouwbaar',
  'duurzaam',
  'compact',
];
const brands = ['Veenweide', 'Korhoen', 'Dubbeldik', 'Zwaluwnest', 'Polderlicht', 'Turfsteker'];

/** The GTIN of product `index`, under GS1's demonstration prefix. */
export const benchGtin = (index: number): string => {
  const digits = `952${String(index).padStart(9, '0')}`;
  return `0${digits}${gtinCheckDigit(digits)}`;
};

/** One offer of the benchmark, the same on every machine. */
export interface BenchOffer {
  readonly product: number;
  readonly shop: number;
  readonly price: string;
  readonly stock: number;
}

/** The offers: spread over products and shops so that no pair comes twice. */
export function* benchOffers({ shops, products, offers }: BenchSize, seed = 1): Generator<BenchOffer> {
  const random = seededRandom(seed);
  for (let index = 0; index < offers; index++) {
    const product = index % products;
    const shop = (Math.floor(index / products) * 37 + product * 7) % shops;
    yield { product, shop, price: (1 + random() * 80).toFixed(2), stock: Math.floor(random() * 30) };
  }
}

const productName = (index: number): string =>
  `${brands[index % brands.length]} ${nouns[index % nouns.length]} ${adjectives[index % adjectives.length]} ${index}`;

export const writeLines = async (path: string, lines: Iterable<string>): Promise<void> => {
  const out = createWriteStream(path);
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 1 << 18) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'close');
};

const observedAt = '2026-11-20T04:00:00Z';

function* placeLines(shops: number): Generator<string> {
  for (let shop = 0; shop < shops; shop++)
    yield JSON.stringify({
      id: `/places/shop-${shop}`,
      type: ['Place', 'Store'],
      name: `Winkel ${shop}`,
      address: {
        type: 'PostalAddress',
        streetAddress: `Dorpsstraat ${shop}`,
        postalCode: '1234 AB',
        addressLocality: 'Waterveen',
        addressCountry: 'NL',
      },
      geo: {
        type: 'GeoCoordinates',
        latitude: 52 + (shop % 100) / 500,
        longitude: 6 + Math.floor(shop / 100) / 500,
        accuracy: 'exact',
      },
      placeKind: 'shop=yes',
      openingHours: 'Mo-Sa 09:00-18:00',
    });
}

function* productLines(products: number): Generator<string> {
  for (let product = 0; product < products; product++)
    yield JSON.stringify({
      id: `/products/${benchGtin(product)}`,
      type: 'Product',
      gtin: benchGtin(product),
      name: productName(product),
      brand: { type: 'Brand', name: brands[product % brands.length] },
      category: 'Huis en tuin',
      description: `Een ${adjectives[product % adjectives.length]} artikel voor in en om het huis, nummer ${product}.`,
    });
}

/** An offer, as a line of our own NDJSON. */
export const offerLine = ({ product, shop, price, stock }: BenchOffer, seenAt: string = observedAt): string => {
  const gtin = benchGtin(product);
  return JSON.stringify({
    id: `/offers/${gtin}.shop-${shop}`,
    type: 'Offer',
    itemOffered: `/products/${gtin}`,
    gtin,
    availableAtOrFrom: `/places/shop-${shop}`,
    availability: stock > 0 ? 'InStock' : 'OutOfStock',
    observedAt: seenAt,
    price,
    priceCurrency: 'EUR',
    stock,
  });
};

/** Places, products and offers, in our own NDJSON; `products` when there are more of them than are offered. */
export const writeNdjson = (path: string, size: BenchSize, products: number = size.products): Promise<void> =>
  writeLines(
    path,
    [placeLines(size.shops), productLines(products), benchOffers(size).map((offer) => offerLine(offer))]
      .values()
      .flatMap((lines) => lines),
  );

/** The places alone. */
export const writePlaces = (path: string, size: BenchSize): Promise<void> => writeLines(path, placeLines(size.shops));

/** The product feed that the local inventory's ids lead to, as tab-separated values. */
export const writeProductFeed = (path: string, size: BenchSize): Promise<void> =>
  writeLines(
    path,
    (function* () {
      yield 'id\ttitle\tgtin\tbrand\tavailability\tprice';
      for (let product = 0; product < size.products; product++)
        yield `P${product}\t${productName(product)}\t${benchGtin(product).slice(1)}\t${brands[product % brands.length]}\tin stock\t9.95 EUR`;
    })(),
  );

/** A Google local inventory feed: one row an offer. */
export const writeLocalInventory = (path: string, size: BenchSize): Promise<void> =>
  writeLines(
    path,
    (function* () {
      yield 'store_code\tid\tquantity\tprice\tavailability';
      for (const { product, shop, price, stock } of benchOffers(size))
        yield `S${shop}\tP${product}\t${stock}\t${price} EUR\t${stock > 0 ? 'in_stock' : 'out_of_stock'}`;
    })(),
  );
