/** An address as a sheet has it, in parts. */
export interface PlaceAddress {
  readonly street?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
}

const postcodeForms: Readonly<Record<string, RegExp>> = {
  NL: /^(\d{4})\s?([a-z]{2})$/i,
  BE: /^(?:B-?)?(\d{4})$/i,
  LU: /^(?:L-?)?(\d{4})$/i,
  DE: /^(?:D-?)?(\d{5})$/i,
  FR: /^(?:F-?)?(\d{5})$/i,
};

/** A postcode as its country writes it: `1234 AB`; `isOdd` where it is none of that country. */
export const readPostcode = (raw: string, country: string): { readonly postcode: string; readonly isOdd: boolean } => {
  const text = raw.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  const form = Object.hasOwn(postcodeForms, country) ? postcodeForms[country] : undefined;
  if (form === undefined) return { postcode: text, isOdd: false };
  const parts = form.exec(text);
  return parts === null ? { postcode: text, isOdd: true } : { postcode: parts.slice(1).join(' '), isOdd: false };
};

const tidy = (part: string | undefined): string | undefined => part?.replaceAll(/^[\s,;]+|[\s,;]+$/g, '') || undefined;

/** Takes an address in one cell apart: `Dorpsstraat 1, 1234 AB Dorp`. A comma or a postcode has to stand before the town. */
export const splitAddress = (raw: string): PlaceAddress => {
  const text = raw.replaceAll(/\s+/g, ' ').trim();
  const whole =
    /^(.*?)[\s,]*\b(\d{4}\s?[A-Za-z]{2})\b[\s,]+([^\d]+)$/.exec(text) ??
    /^(.*?),\s*((?:[A-Z]{1,2}-)?\d{4,5})\s+([^\d]+)$/.exec(text);
  if (whole !== null) {
    const [, street, postcode, town] = whole;
    // What stands behind another comma is the country, or says too little.
    return { street: tidy(street), postcode, town: tidy(town?.split(',')[0]) };
  }
  const parts = text
    .split(',')
    .map(tidy)
    .filter((part) => part !== undefined);
  const postcode = parts.find((part) => /^\d{4}\s?[A-Za-z]{2}$/.test(part));
  const rest = parts.filter((part) => part !== postcode);
  // One part without a house number is the town itself.
  if (rest.length === 1) return /\d/.test(rest[0] ?? '') ? { street: rest[0], postcode } : { postcode, town: rest[0] };
  return { street: rest.slice(0, -1).join(', ') || undefined, postcode, town: rest.at(-1) };
};
