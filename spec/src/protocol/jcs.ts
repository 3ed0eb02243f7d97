/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Writes one string value as JSON; `key` is the name of the nearest property around it. */
export type StringWriter = (key: string, value: string) => string;

const namesKeptMax = 1_000;
/** Property names as JSON: the same few come back in every thing. */
const writtenNames = new Map<string, string>();

const writeName = (name: string): string => {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  if (!name.isWellFormed()) throw new TypeError('a lone surrogate has no canonical JSON');
  const written = `${JSON.stringify(name)}:`;
  if (writtenNames.size < namesKeptMax) writtenNames.set(name, written);
  return written;
};

interface MemberOrder {
  readonly names: readonly string[];
  readonly sorted: readonly string[];
  /** The sorted names as JSON, each with its colon. */
  readonly written: readonly string[];
}

const ordersKeptMax = 64;
/** The order of the last object met with so many members: things of one kind follow each other, so it nearly always fits the next. */
const lastOrders: (MemberOrder | undefined)[] = Array.from({ length: ordersKeptMax }, () => undefined);

const isOrderOf = (order: MemberOrder, names: readonly string[]): boolean => {
  for (let at = 0; at < names.length; at++) if (order.names[at] !== names[at]) return false;
  return true;
};

const orderOf = (names: readonly string[]): MemberOrder => {
  const last = lastOrders[names.length];
  if (last !== undefined && isOrderOf(last, names)) return last;
  const sorted = names.toSorted();
  const order = { names, sorted, written: sorted.map(writeName) };
  if (names.length < ordersKeptMax) lastOrders[names.length] = order;
  return order;
};

/** Printable ASCII without quotes and backslashes stands in JSON as it is. */
const standsAsIs = /^[ !#-[\]-~]*$/;

/**
 * A string as JSON.
 * @param before what stands between the quote and the first character, as it is
 */
export const writeJsonString = (value: string, before = ''): string =>
  standsAsIs.test(value) ? `"${before}${value}"` : `"${before}${JSON.stringify(value).slice(1)}`;

const plainString: StringWriter = (_key, value) => writeJsonString(value);

/**
 * The canonical JSON text of a value (RFC 8785, JCS). Properties that are `undefined` are left out.
 * @param writeString how string values are written; property names never pass through it
 * @throws {TypeError} for a number that JSON does not have, or a string that is not well-formed Unicode
 */
export const canonicalJson = (value: Json, writeString: StringWriter = plainString, key = ''): string => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical JSON');
    return writeString(key, value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item, writeString, key)).join(',')}]`;
  const { sorted, written } = orderOf(Object.keys(value));
  let members = '';
  for (let at = 0; at < sorted.length; at++) {
    const name = sorted[at] ?? '';
    const member = value[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${written[at]}${canonicalJson(member, writeString, name)}`;
  }
  return `{${members}}`;
};

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
