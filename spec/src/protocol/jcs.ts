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

const plainString: StringWriter = (_key, value) => JSON.stringify(value);

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
  let members = '';
  // oxlint-disable-next-line unicorn/no-array-sort -- the array is nobody else's, and an import does this for every thing
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += writeName(name) + canonicalJson(member, writeString, name);
  }
  return `{${members}}`;
};

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
