import { benchGtin, type BenchSize } from '../generate.ts';
import { type BenchTown, benchTowns, bigTown } from './towns.ts';
import { adjectives, type BenchLine, benchLines, hashed, hashedShare, inventedWord, skewed } from './vocabulary.ts';

/** A country full of shops, the same on every machine. Nothing is kept: everything is reckoned from its number. */
export interface Country {
  readonly shops: readonly BenchShop[];
  readonly products: number;
  product(index: number): BenchProduct;
  /** Shops that sell a product; each has one offer. */
  sellersOf(product: number): readonly number[];
}

export interface BenchShop {
  readonly key: string;
  readonly name: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly line: BenchLine;
  readonly openingHours: string;
}
export interface BenchProduct {
  readonly gtin: string;
  readonly name: string;
  readonly noun: string;
  readonly brand: string;
  readonly description: string;
  readonly line: BenchLine;
}
export interface BenchTerms {
  readonly price: string;
  readonly stock: number;
  readonly availability: 'InStock' | 'LimitedAvailability' | 'OutOfStock';
}

const wordsInUse = 30_000;
const brandsInUse = 2_000;
const units = ['g', 'ml', 'cm', 'stuks', 'liter'];
const amounts = [1, 2, 3, 4, 5, 6, 10, 12, 20, 25, 50, 75, 100, 250, 500, 750];
const hours = [
  'Mo-Fr 09:00-18:00; Sa 09:00-17:00',
  'Mo-Sa 08:00-20:00; PH off',
  'Mo-Su 08:00-22:00',
  'Tu-Sa 10:00-17:30',
  'Mo 13:00-18:00; Tu-Th 09:30-18:00; Fr 09:30-21:00; Sa 09:30-17:00; Su 12:00-17:00',
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const pick = <T>(all: readonly T[], number: number): T => all[number % all.length] as T;
const brandName = (number: number): string => capital(inventedWord(1_000_000 + number));

/** Around the middle more often than far out. */
const scatter = (seed: number, part: number): number =>
  (hashedShare(seed, part) + hashedShare(seed, part + 1) + hashedShare(seed, part + 2) - 1.5) / 1.5;

const townOf = (shop: number, shops: number): BenchTown => {
  if (shop < shops / 10) return bigTown;
  const all = benchTowns.reduce((sum, { weight }) => sum + weight, 0);
  let left = hashedShare(shop, 40) * all;
  return benchTowns.find(({ weight }) => (left -= weight) < 0) ?? bigTown;
};

const shopOf = (shop: number, shops: number): BenchShop => {
  const town = townOf(shop, shops);
  const line = pick(benchLines, hashed(shop, 41));
  const spread = 0.01 + Math.sqrt(town.weight) / 600;
  return {
    key: `shop-${shop}`,
    name: `${capital(inventedWord(2_000_000 + shop))} ${pick(line.nouns, hashed(shop, 42))}winkel`,
    town: town.name,
    latitude: Number((town.latitude + scatter(shop, 50) * spread).toFixed(5)),
    longitude: Number((town.longitude + scatter(shop, 60) * spread * 1.6).toFixed(5)),
    line,
    openingHours: pick(hours, hashed(shop, 43)),
  };
};

const productOf = (index: number): BenchProduct => {
  const share = (part: number): number => hashedShare(index, part);
  const line = pick(benchLines, hashed(index, 70));
  const noun = pick(line.nouns, Math.floor(share(71) * share(72) * line.nouns.length));
  const brand = brandName(skewed(brandsInUse, share(73)));
  const rare = inventedWord(skewed(wordsInUse, share(74)));
  const size = share(75) < 0.5 ? ` ${pick(amounts, hashed(index, 76))} ${pick(units, hashed(index, 77))}` : '';
  const told = Array.from({ length: 4 + (hashed(index, 78) % 8) }, (_, word) =>
    inventedWord(skewed(wordsInUse, share(80 + word))),
  );
  return {
    gtin: benchGtin(index),
    name: `${brand} ${noun} ${pick(adjectives, hashed(index, 79))} ${rare}${size}`,
    noun,
    brand,
    description: `${capital(noun)} van ${brand}: ${told.join(' ')}.`,
    line,
  };
};

const raisePerRound = 0.05;

/** What a shop asks for a product. @param round in another one nothing costs what it did */
export const termsOf = (product: number, shop: number, round = 0): BenchTerms => {
  const share = hashedShare(product, 200 + round * 7 + shop);
  const stock = share < 0.12 ? 0 : 1 + Math.floor(hashedShare(shop, 300 + product) * 40);
  const price = Math.exp(1 + hashedShare(product, 5) * 4 + hashedShare(shop, product) * 0.3);
  return {
    price: (price * (1 + round * raisePerRound)).toFixed(2),
    stock,
    availability: stock === 0 ? 'OutOfStock' : stock < 3 ? 'LimitedAvailability' : 'InStock',
  };
};

/** Makes a country of this size: a tenth of its shops stand in one town. */
export const createCountry = ({ shops: count, products, offers }: BenchSize): Country => {
  const shops = Array.from({ length: count }, (_, shop) => shopOf(shop, count));
  const byLine = new Map<BenchLine, number[]>(benchLines.map((line) => [line, []]));
  for (const [index, { line }] of shops.entries()) byLine.get(line)?.push(index);
  const perProduct = offers / products;
  return {
    shops,
    products,
    product: productOf,
    sellersOf(product) {
      const own = byLine.get(pick(benchLines, hashed(product, 70))) ?? [];
      // Some are sold nearly everywhere, most at a few shops; on average as many as were asked for.
      const wanted = Math.round(perProduct * 3 * hashedShare(product, 90) ** 2) || 1;
      const start = hashed(product, 91);
      const sellers = Array.from({ length: Math.min(wanted, own.length) }, (_, at) => pick(own, start + at));
      // Beyond its own line, general stores have it too.
      for (let more = sellers.length, at = 0; more < wanted && at < count; more++, at++) {
        const other = (start + at * 7) % count;
        if (shops[other]?.line !== shops[own[0] ?? 0]?.line) sellers.push(other);
      }
      return sellers;
    },
  };
};
