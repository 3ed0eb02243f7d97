import { seededRandom } from '../generate.ts';
import type { Country } from './country.ts';
import { benchLines } from './vocabulary.ts';

export const queryKinds = ['word', 'words', 'compound', 'typo', 'prefix', 'barcode', 'filtered'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** A query of the benchmark: what the address says, and what the other side needs to ask the same. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly parameters: Readonly<Record<string, string>>;
}

const queriesInAll = 200;
const radii = ['1000', '2000', '5000', '10000', '25000'];
const compoundNouns = [...new Set(benchLines.flatMap(({ nouns }) => nouns))].filter((noun) => /^[a-z]{8,}$/.test(noun));

/** 200 queries of seven kinds, near shops all over the country and a third of them in the big town. */
export const benchQueries = (country: Country, seed = 7): readonly BenchQuery[] => {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const near = (seller?: number): Record<string, string> => {
    const inBigTown = random() < 1 / 3;
    const any = pick(inBigTown ? country.shops.slice(0, country.shops.length / 10) : country.shops);
    const shop = seller === undefined ? any : (country.shops[seller] ?? any);
    return {
      lat: (shop.latitude + (random() - 0.5) * 0.02).toFixed(5),
      lon: (shop.longitude + (random() - 0.5) * 0.03).toFixed(5),
      radius: pick(radii),
    };
  };
  const anyProduct = () => country.product(Math.floor(random() * country.products));
  const aWord = (): string => {
    const { name, description, noun } = anyProduct();
    const [first = noun, ...rest] = [...name.split(' '), ...description.split(/[ .:]+/)].filter((word) =>
      /^[a-zA-Z]{4,}$/.test(word),
    );
    return random() < 0.4 ? (noun.split(' ')[0] ?? first) : pick([first, ...rest]);
  };
  const someWords = (): string => {
    const { name } = anyProduct();
    const words = name.split(' ');
    return random() < 0.5 ? words.slice(1, 3).join(' ') : words.slice(0, 3).join(' ');
  };
  const compound = (): string => {
    const noun = pick(compoundNouns);
    const at = 4 + Math.floor(random() * (noun.length - 7));
    // As a whole, split somewhere, or its last part alone.
    return pick([noun, `${noun.slice(0, at)} ${noun.slice(at)}`, noun.slice(at)]);
  };
  const typo = (): string => {
    const word = pick(compoundNouns);
    const at = 1 + Math.floor(random() * (word.length - 2));
    return pick([
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
      word.slice(0, at) + pick(['a', 'e', 'i', 'n', 'o', 'r', 's', 't']) + word.slice(at + 1),
    ]);
  };
  const prefix = (): string => pick(compoundNouns).slice(0, 3 + Math.floor(random() * 4));
  const filtered = (): Record<string, string> => {
    const { noun, brand, line } = anyProduct();
    return pick<Record<string, string>>([
      { q: noun, open: '2026-11-21T15:30:00+01:00' },
      { q: noun, priceMax: '20' },
      { category: line.category, open: '2026-11-21T15:30:00+01:00' },
      { brand, availability: 'in-stock' },
      { q: noun, brand, open: '2026-11-21T15:30:00+01:00' },
    ]);
  };
  const asked: Readonly<Record<Exclude<QueryKind, 'barcode'>, () => Record<string, string>>> = {
    word: () => ({ q: aWord() }),
    words: () => ({ q: someWords() }),
    compound: () => ({ q: compound() }),
    typo: () => ({ q: typo() }),
    prefix: () => ({ q: prefix() }),
    filtered,
  };
  return Array.from({ length: queriesInAll }, (_, index) => {
    const kind = queryKinds[index % queryKinds.length] ?? 'word';
    if (kind !== 'barcode') return { kind, parameters: { ...asked[kind](), ...near() } };
    // Who scans a package stands where such packages are sold.
    const product = Math.floor(random() * country.products);
    return {
      kind,
      parameters: { q: country.product(product).gtin.slice(1), ...near(pick(country.sellersOf(product))) },
    };
  });
};

const long = (text: string, times: number): string => text.repeat(times).slice(0, 200);

/** What somebody sends who wants it to be slow: all of it within the limits of the parameters. */
export const hostileQueries: readonly Readonly<Record<string, string>>[] = [
  long('a ', 100),
  long('e n s t r i o a d l ', 10),
  long('aaaaaaaaab', 20),
  long('fietspomp', 22),
  long('waterkokerstofzuigerstrijkijzer', 7),
  long('abcdefghijklmnopqrstuvwxyz ', 8),
  long('zwart wit rood blauw groen grijs geel bruin houten metalen kunststof katoenen leren groot klein mini ', 2),
  long('zwrat wti rodo blaww gruen gjris gele briun hotuen mteaal kunstof ktaoen lerne gorot klien mnii ', 2),
  long('*', 200),
  long('%_', 100),
  long('(a+)+$', 34),
  long('.*.*', 50),
  long('é̂̃', 60),
  long('🙂', 100),
  long('ﷺ', 200),
  long('١٢٣ ', 50),
  long('0', 200),
  long('9520000000001 ', 15),
  long("' or 1=1 -- ", 16),
  long('van de het een in op met voor ', 7),
  'a',
  'e',
  's',
  'st',
  '0',
  'z'.repeat(200),
  'de',
  'x y z',
].map((q) => ({ q, lat: '52.4204', lon: '6.0206', radius: '100000', limit: '50' }));

/** What is timed: five times 200 queries, and 2,000 others before them: by then the code is compiled, as it is in a node that has been up for minutes. */
export const timedQueries = (
  country: Country,
): { readonly timed: readonly BenchQuery[]; readonly warmUp: readonly BenchQuery[] } => ({
  timed: [7, 8, 9, 10, 11].flatMap((seed) => benchQueries(country, seed)),
  warmUp: Array.from({ length: 10 }, (_, index) => benchQueries(country, 100 + index)).flat(),
});
