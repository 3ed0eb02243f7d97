/** A GTIN in its 14-digit normal form, with a valid check digit. */
export type Gtin = string & { readonly __brand: 'Gtin' };

export type GtinResult =
  | { readonly ok: true; readonly gtin: Gtin }
  | { readonly ok: false; readonly code: 'gtin-not-digits' | 'gtin-length' | 'gtin-check-digit' };

const digitZero = 48;

const checkDigitFits = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < 14; index++) sum += (digits.charCodeAt(index) - digitZero) * (index % 2 === 0 ? 3 : 1);
  return sum % 10 === 0;
};

/**
 * Reads a GTIN-8, -12, -13 or -14 as people and tills write it (spaces and hyphens between digits are dropped).
 * @returns the 14-digit normal form, or the issue code that says what is wrong. Source: GS1 General Specifications 7.9.
 */
export const parseGtin = (raw: string): GtinResult => {
  const digits = raw.replaceAll(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return { ok: false, code: 'gtin-not-digits' };
  if (digits.length !== 8 && (digits.length < 12 || digits.length > 14)) return { ok: false, code: 'gtin-length' };
  const normal = digits.padStart(14, '0');
  if (/^0+$/.test(normal) || !checkDigitFits(normal)) return { ok: false, code: 'gtin-check-digit' };
  return { ok: true, gtin: normal as Gtin };
};

/** Is this text a GTIN in normal form with a valid check digit? */
export const isGtin = (value: string): value is Gtin =>
  /^\d{14}$/.test(value) && !/^0+$/.test(value) && checkDigitFits(value);

/**
 * A GTIN of restricted circulation (GS1 prefixes 02, 04, 20–29, and GTIN-8 that starts with 0 or 2) is a shop's own code and never merges.
 * @param gtin in 14-digit normal form
 */
export const isRestrictedGtin = (gtin: Gtin): boolean =>
  gtin.startsWith('000000') ? /^0{6}[02]/.test(gtin) : /^\d(02|04|2\d)/.test(gtin);

/** The check digit that belongs behind 7, 11, 12 or 13 digits. */
export const gtinCheckDigit = (digits: string): string => {
  const padded = digits.padStart(13, '0');
  let sum = 0;
  for (let index = 0; index < 13; index++) sum += (padded.charCodeAt(index) - digitZero) * (index % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
};
