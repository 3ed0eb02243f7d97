import type { ReplicaLimits } from './limits.ts';

/** A document, or why it is none. */
export type BoundedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly words: string };

const openObject = 0x7b;
const openArray = 0x5b;
const closeObject = 0x7d;
const closeArray = 0x5d;
const comma = 0x2c;
const quote = 0x22;
const backslash = 0x5c;

/** The end of the text that starts behind `from`. */
const textEnd = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let before = at - 1;
    while (bytes[before] === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return bytes.length;
};

/** How deep a document nests and how many values it has at most, without parsing it: a parser would not survive the worst. */
const measure = (bytes: Buffer): { readonly depth: number; readonly values: number } => {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) at = textEnd(bytes, at + 1);
    else if (byte === comma) values += 1;
    else if (byte === openObject || byte === openArray) {
      depth += 1;
      values += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === closeObject || byte === closeArray) depth -= 1;
  }
  return { depth: deepest, values };
};

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as JSON in UTF-8, if parsing it is safe. */
export const readBoundedJson = (
  bytes: Buffer,
  { jsonDepthMax, jsonValuesMax }: Pick<ReplicaLimits, 'jsonDepthMax' | 'jsonValuesMax'>,
): BoundedJson => {
  const { depth, values } = measure(bytes);
  if (depth > jsonDepthMax) return { ok: false, words: `it nests deeper than ${jsonDepthMax} levels` };
  if (values > jsonValuesMax) return { ok: false, words: `it has more than ${jsonValuesMax} values` };
  try {
    return { ok: true, value: JSON.parse(decoder.decode(bytes)) as unknown };
  } catch {
    return { ok: false, words: 'it is not JSON in UTF-8' };
  }
};
