import { remembered } from './remembered.ts';
import { type Reading } from './take.ts';

/** An amount of money, as decimal string with the decimals that its currency has. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD' };

const decimalsOf = remembered(
  (currency) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);

/** The number and what stands before or behind it. */
const priceForm = /^([^\d.,+-]*)([+-]?)([^\d.,+-]*)([\d.,][\d.,'’\s]*)(?:-{1,2})?([^\d.,'’-]*)$/;

type Parts = { readonly whole: string; readonly decimals: string } | 'ambiguous' | undefined;

const grouped = (whole: string, separator: string): string | undefined => {
  if (separator === '' || !whole.includes(separator)) return /^\d+$/.test(whole) ? whole : undefined;
  const [first = '', ...groups] = whole.split(separator);
  const fits = /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return fits ? first + groups.join('') : undefined;
};

/** Tells point and comma apart: what stands last is the decimal sign, unless it occurs twice. */
const splitNumber = (text: string, decimalsAllowed: number): Parts => {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return /^\d+$/.test(text) ? { whole: text, decimals: '' } : undefined;
  const sign = text.charAt(last);
  const before = text.slice(0, last);
  const decimals = text.slice(last + 1);
  const other = sign === '.' ? ',' : '.';
  if (before.includes(sign)) {
    const whole = text.includes(other) ? undefined : grouped(text, sign);
    return whole === undefined ? undefined : { whole, decimals: '' };
  }
  if (!/^\d*$/.test(decimals)) return undefined;
  if (decimals.length === 3 && decimalsAllowed < 3 && /^[1-9]\d{0,2}$/.test(before)) return 'ambiguous';
  const whole = before === '' && decimals !== '' ? '0' : grouped(before, other);
  return whole === undefined ? undefined : { whole, decimals };
};

const wholeDigitsMax = 12;

const round = (whole: string, decimals: string, places: number): string => {
  const digits = whole + decimals.slice(0, places).padEnd(places, '0');
  const up = decimals.charCodeAt(places) >= 53 ? 1n : 0n;
  const padded = (BigInt(digits) + up).toString().padStart(places + 1, '0');
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

const readCurrency = (marks: readonly string[], standard: string): string | undefined => {
  const named = marks.filter((mark) => mark !== '');
  if (named.length === 0) return standard;
  // `€ 12,95 EUR` names it twice.
  const codes = new Set(named.map((mark) => signs[mark] ?? mark.toUpperCase()));
  const [code = ''] = codes;
  return codes.size === 1 && currencies.has(code) ? code : undefined;
};

const readMoney = (raw: string, standard: string): Reading<Money> => {
  const parts = priceForm.exec(raw.trim().replace('\u2212', '-'));
  if (parts === null) return { problem: 'price-unreadable' };
  const [, before = '', minus, between = '', number = '', behind = ''] = parts;
  const currency = readCurrency([before.trim(), between.trim(), behind.trim()], standard);
  if (currency === undefined) return { problem: 'price-currency-unknown' };
  const places = decimalsOf(currency);
  const tight = number.trim().replaceAll(/(?<=\d)['’\s](?=\d{3}(?!\d))/g, '');
  const split = splitNumber(tight, places);
  if (split === 'ambiguous') return { problem: 'price-ambiguous' };
  const whole = split?.whole.replace(/^0+(?=\d)/, '');
  if (split === undefined || whole === undefined || whole.length > wholeDigitsMax)
    return { problem: 'price-unreadable' };
  const amount = round(whole, split.decimals, places);
  if (amount.length > wholeDigitsMax + 1 + places) return { problem: 'price-unreadable' };
  if (/^[0.]*$/.test(amount) && /^0*$/.test(split.decimals))
    return { value: { amount, currency }, problem: 'price-zero' };
  if (minus === '-') return { problem: 'price-negative' };
  const value = { amount, currency };
  return /[1-9]/.test(split.decimals.slice(places)) ? { value, problem: 'price-rounded' } : { value };
};

const priceCharactersMax = 100;

/**
 * Makes a reader of prices as feeds and tills write them: `12.95 EUR`, `€ 12,95`, `1.234,56`, `12,-`.
 * @param currency ISO 4217, for prices that name none
 */
export const priceReader = (currency: string): ((raw: string) => Reading<Money>) =>
  remembered((raw) => (raw.length > priceCharactersMax ? { problem: 'price-unreadable' } : readMoney(raw, currency)));
