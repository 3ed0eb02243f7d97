import type { Availability } from '@openstraat/spec';
import { readAvailability } from '../values/offer-words.ts';
import { remembered } from '../values/remembered.ts';

/** What a till's stock cell says. */
export interface TillStock {
  readonly availability: Availability;
  /** Whole pieces, where they are known. */
  readonly stock?: number;
  readonly problem?: 'stock-ambiguous' | 'stock-negative' | 'stock-unreadable';
}

const stockMax = 1_000_000_000;

const words: Readonly<Record<string, Availability>> = {
  ja: 'InStock',
  yes: 'InStock',
  oui: 'InStock',
  true: 'InStock',
  nee: 'OutOfStock',
  no: 'OutOfStock',
  nein: 'OutOfStock',
  non: 'OutOfStock',
  false: 'OutOfStock',
  op: 'OutOfStock',
  '?': 'Unknown',
  '-': 'Unknown',
  'n/a': 'Unknown',
  nvt: 'Unknown',
  'n.v.t.': 'Unknown',
};

/** The number in a text, with its decimals; `ambiguous` where one separator may mean either. */
const parseNumber = (text: string): { readonly whole: number; readonly hasRest: boolean } | 'ambiguous' | undefined => {
  const tight = text.replaceAll(/(?<=\d)[\s'’\u00a0](?=\d{3}(?!\d))/g, '');
  const plain = /^(\d+)(?:[.,](\d*))?$/.exec(tight);
  if (plain !== null) {
    const [, whole = '', decimals = ''] = plain;
    // `0,250` can only be a quarter; `3,000` may be three, weighed to the gram, or three thousand.
    if (decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return 'ambiguous';
    return { whole: Number(whole), hasRest: /[1-9]/.test(decimals) };
  }
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(tight) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(tight);
  if (grouped === null) return undefined;
  return { whole: Number((grouped[1] ?? '').replaceAll(/[.,]/g, '')), hasRest: /[1-9]/.test(grouped[2] ?? '') };
};

/**
 * Reads a till's stock. Blank is unknown, never zero; below zero is zero, because more was sold than was booked in; parts of a piece (weighed goods) are
 * rounded down, and less than one is in stock without a number; `10+` and `> 10` are the number named.
 */
export const readTillStock: (raw: string) => TillStock = remembered((raw) => {
  const text = raw.trim();
  if (text === '') return { availability: 'Unknown' };
  const word = text.toLowerCase();
  const known = Object.hasOwn(words, word) ? words[word] : undefined;
  if (known !== undefined) return { availability: known };
  const parts = /^([<>≥+-]?=?)\s*(\d[\d.,'’\s\u00a0]*?)\s*([+-]?)\s*(?:st|stuks?|pcs|stk|kg|x)?\.?$/i.exec(
    text.replace('\u2212', '-'),
  );
  const number = parseNumber(parts?.[2] ?? '');
  if (parts === null || number === undefined) {
    const { value, problem } = readAvailability(text);
    return value === undefined || problem !== undefined
      ? { availability: 'Unknown', problem: 'stock-unreadable' }
      : { availability: value.availability };
  }
  // Some tills write the minus behind the number.
  const isNegative = parts[1] === '-' || parts[3] === '-';
  if (number === 'ambiguous') {
    return isNegative
      ? { availability: 'OutOfStock', stock: 0, problem: 'stock-negative' }
      : { availability: 'InStock', problem: 'stock-ambiguous' };
  }
  const { whole, hasRest } = number;
  if (whole > stockMax) return { availability: 'Unknown', problem: 'stock-unreadable' };
  if (parts[1]?.startsWith('<') === true) return { availability: whole > 1 ? 'LimitedAvailability' : 'Unknown' };
  if (whole === 0 && !hasRest) return { availability: 'OutOfStock', stock: 0 };
  if (isNegative) return { availability: 'OutOfStock', stock: 0, problem: 'stock-negative' };
  return whole === 0 ? { availability: 'InStock' } : { availability: 'InStock', stock: whole };
});
