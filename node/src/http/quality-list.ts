/** A choice in an Accept or Accept-Encoding field, with its weight from 0 to 1. */
export interface WeightedChoice {
  readonly value: string;
  readonly quality: number;
}

// A backslash stands in one branch only: with two, an unclosed quote would be tried in exponentially many ways.
const listItems = /(?:[^,"]|"(?:\\.|[^"\\])*")+/g;
const itemParts = /(?:[^;"]|"(?:\\.|[^"\\])*")+/g;
const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

const readItem = (item: string): WeightedChoice | undefined => {
  const [value = '', ...parameters] = item.match(itemParts) ?? [];
  const name = value.trim().toLowerCase();
  if (name === '') return undefined;
  const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => /^q\s*=/i.test(parameter));
  if (weight === undefined) return { value: name, quality: 1 };
  const digits = weight.slice(weight.indexOf('=') + 1).trim();
  return quality.test(digits) ? { value: name, quality: Number(digits) } : undefined;
};

/**
 * Reads a comma-separated list with weights (RFC 9110, 12.4.2). Items that are not well formed are left out; parameters other than `q` are not compared.
 * @param itemsMax how many items are looked at
 */
export const parseQualityList = (header: string, itemsMax: number): readonly WeightedChoice[] =>
  header
    .matchAll(listItems)
    .take(itemsMax)
    .map(([item]) => readItem(item))
    .filter((choice) => choice !== undefined)
    .toArray();
