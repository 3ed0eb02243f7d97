import { type Gtin, parseGtin } from '../protocol/gtin.ts';

/** The GTIN in a GS1 Digital Link, and what it says of one batch or item. */
export interface DigitalLink {
  readonly gtin: Gtin;
  /** Key qualifiers by application identifier, in the order of the standard. */
  readonly qualifiers: readonly { readonly ai: string; readonly value: string }[];
}

export type DigitalLinkResult =
  | { readonly ok: true; readonly link: DigitalLink }
  | { readonly ok: false; readonly reason: string };

/** Characters that a qualifier may hold (GS1 General Specifications, 7.11: set of 82). */
const qualifierCharacters = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;
/** The qualifiers of a GTIN and how long each may be, in the order in which they stand (GS1 Digital Link URI Syntax, 4.9). */
const qualifierSequences = [
  [
    ['22', 20],
    ['10', 20],
    ['21', 20],
  ],
  [['235', 28]],
] as const;

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const refuse = (reason: string): DigitalLinkResult => ({ ok: false, reason });

/**
 * Reads the path of a GS1 Digital Link whose key is a GTIN: `/01/09520000000011/10/LOT1`. A slash at the end is let through.
 * @param path as it stands in the address, percent-encoded
 * @returns the link, or what is wrong with it in words
 */
export const parseDigitalLinkPath = (path: string): DigitalLinkResult => {
  const [, ai, rawGtin = '', ...rest] = path.replace(/\/$/, '').split('/');
  if (ai !== '01') return refuse('The path begins with /01/ and a GTIN.');
  if (!/^\d{8}$|^\d{12,14}$/.test(rawGtin)) return refuse('A GTIN has 8, 12, 13 or 14 digits, without spaces.');
  const gtin = parseGtin(rawGtin);
  if (!gtin.ok) return refuse('The check digit of this GTIN is wrong.');
  if (rest.length % 2 === 1) return refuse('A qualifier is a pair: its application identifier, and its value.');
  const pairs = rest.flatMap((name, at) => (at % 2 === 0 ? [[name, rest[at + 1] ?? ''] as const] : []));
  const sequence: readonly (readonly [string, number])[] =
    pairs[0]?.[0] === '235' ? qualifierSequences[1] : qualifierSequences[0];
  const qualifiers: { readonly ai: string; readonly value: string }[] = [];
  let behind = -1;
  for (const [name, raw] of pairs) {
    const at = sequence.findIndex(([known]) => known === name);
    if (at <= behind)
      return refuse('Behind a GTIN stand 22 (variant), 10 (batch) and 21 (serial), in this order; or 235 alone.');
    behind = at;
    const value = decode(raw);
    const charactersMax = sequence[at]?.[1] ?? 0;
    if (value === undefined || value.length > charactersMax || !qualifierCharacters.test(value))
      return refuse(`The value of ${name} has 1 to ${charactersMax} characters of the set that GS1 allows.`);
    qualifiers.push({ ai: name, value });
  }
  return { ok: true, link: { gtin: gtin.gtin, qualifiers } };
};
