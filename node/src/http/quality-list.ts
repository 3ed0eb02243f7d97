/** A choice in an Accept or Accept-Encoding field, with its weight from 0 to 1. */
export interface WeightedChoice {
  readonly value: string;
  readonly quality: number;
  /** What its `profile` names, where it has one (RFC 6906). */
  readonly profiles: readonly string[];
}

// A backslash stands in one branch only: with two, an unclosed quote would be tried in exponentially many ways.
const listItems = /(?:[^,"]|"(?:\\.|[^"\\])*")+/g;
const itemParts = /(?:[^;"]|"(?:\\.|[^"\\])*")+/g;
const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

const readProfiles = (parameter: string | undefined): readonly string[] =>
  (parameter ?? '')
    .slice((parameter ?? '').indexOf('=') + 1)
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .split(/\s+/)
    .filter((profile) => profile !== '');

const readItem = (item: string): WeightedChoice | undefined => {
  const [value = '', ...parameters] = item.match(itemParts) ?? [];
  const name = value.trim().toLowerCase();
  if (name === '') return undefined;
  const named = (pattern: RegExp): string | undefined =>
    parameters.map((parameter) => parameter.trim()).find((parameter) => pattern.test(parameter));
  const profiles = readProfiles(named(/^profile\s*=/i));
  const weight = named(/^q\s*=/i);
  if (weight === undefined) return { value: name, quality: 1, profiles };
  const digits = weight.slice(weight.indexOf('=') + 1).trim();
  return quality.test(digits) ? { value: name, quality: Number(digits), profiles } : undefined;
};

/**
 * Reads a comma-separated list with weights (RFC 9110, 12.4.2). Items that are not well formed are left out; of other parameters than `q` only `profile` is kept.
 * @param itemsMax how many items are looked at
 */
export const parseQualityList = (header: string, itemsMax: number): readonly WeightedChoice[] =>
  header
    .matchAll(listItems)
    .take(itemsMax)
    .map(([item]) => readItem(item))
    .filter((choice) => choice !== undefined)
    .toArray();
