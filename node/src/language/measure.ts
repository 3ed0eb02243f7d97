interface Unit {
  /** How it stands behind a number. */
  readonly unit: string;
  /** Unit that the same amounts are compared in, and how many of those are in one. */
  readonly base?: readonly [unit: string, factor: number];
  readonly spellings: string;
}

const units: readonly Unit[] = [
  { unit: 'ml', spellings: 'ml milliliter millilitre' },
  { unit: 'cl', base: ['ml', 10], spellings: 'cl centiliter centilitre' },
  { unit: 'dl', base: ['ml', 100], spellings: 'dl deciliter' },
  { unit: 'l', base: ['ml', 1000], spellings: 'l ltr liter liters litre litres' },
  { unit: 'mg', spellings: 'mg milligram' },
  { unit: 'g', spellings: 'g gr gram grams gramm grammes' },
  { unit: 'kg', base: ['g', 1000], spellings: 'kg kilo kilos kilogram kilogramm' },
  { unit: 'mm', spellings: 'mm millimeter millimetre' },
  { unit: 'cm', base: ['mm', 10], spellings: 'cm centimeter centimetre zentimeter' },
  { unit: 'm', base: ['mm', 1000], spellings: 'm mtr meter meters metre metres' },
  { unit: 'inch', spellings: `inch inches duim zoll pouces " ''` },
  { unit: 'm2', spellings: 'm2' },
  { unit: 'w', spellings: 'w watt' },
  { unit: 'kw', base: ['w', 1000], spellings: 'kw' },
  { unit: 'v', spellings: 'v volt' },
  { unit: 'mah', spellings: 'mah' },
  { unit: 'ah', base: ['mah', 1000], spellings: 'ah' },
  { unit: 'wh', spellings: 'wh' },
  { unit: 'mb', spellings: 'mb' },
  { unit: 'gb', spellings: 'gb' },
  { unit: 'tb', base: ['gb', 1000], spellings: 'tb' },
  { unit: 'lm', spellings: 'lm lumen' },
  { unit: 'stuks', spellings: 'stuks stuk stukjes st pcs pieces stuck pack teile' },
  { unit: '%', spellings: '% procent percent prozent' },
];

const unitOfSpelling: ReadonlyMap<string, Unit> = new Map(
  units.flatMap((unit) => unit.spellings.split(' ').map((spelling): [string, Unit] => [spelling, unit])),
);

/** Every spelling of every unit, folded, the longest first. */
export const unitSpellings: readonly string[] = [...unitOfSpelling.keys()].toSorted((a, b) => b.length - a.length);

const thousands = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/;

/** A number with a point for decimals and without separators or idle zeros: `1,50` is `1.5`, `1.000` is `1000`. */
export const plainNumber = (raw: string): string => {
  if (thousands.test(raw)) return raw.replaceAll(/[.,]/g, '');
  const parts = raw.split(/[.,]/);
  // Two separators that are no thousands: a date, or a version.
  if (parts.length !== 2) return parts.join('.');
  const [whole = '', decimals = ''] = parts;
  const end = decimals.length - (/0*$/.exec(decimals)?.[0].length ?? 0);
  return end === 0 ? whole : `${whole}.${decimals.slice(0, end)}`;
};

/** A number with the unit behind it: as it stands in a text, and as amounts are compared (`1.5l` and `1500ml`). */
export const measureOf = (number: string, spelling: string): { readonly text: string; readonly amount: string } => {
  const { unit = spelling, base } = unitOfSpelling.get(spelling) ?? {};
  const [baseUnit, factor] = base ?? [unit, 1];
  const amount = Number(number) * factor;
  // Far out of any shop's range numbers lose digits: then the number stays as it is.
  const comparable = amount < 1e12 ? String(Number(amount.toPrecision(9))) + baseUnit : number + unit;
  return { text: number + unit, amount: comparable };
};
