import { jsonPointer } from '../../json/json-pointer.ts';

/** A value that is neither array nor object, and where it stands. */
export interface LeafValue {
  /** JSON Pointer from where the search began. */
  readonly pointer: string;
  /** The name of the nearest property around it. */
  readonly name: string;
  readonly value: unknown;
}

/** All leaves of a JSON value. The parser has bounded its depth. */
export function* leafValues(value: unknown, pointer: string = '', name: string = ''): Generator<LeafValue> {
  if (Array.isArray(value))
    for (const [at, item] of value.entries()) yield* leafValues(item, pointer + jsonPointer(at), name);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* leafValues(item, pointer + jsonPointer(key), key);
  else yield { pointer, name, value };
}
