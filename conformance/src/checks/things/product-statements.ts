import { isObject, type JsonObject } from '../../json/json-value.ts';
import { keyOf } from './live-thing.ts';
import type { LiveThing } from './live-thing.ts';

/** What one source says of a product. */
export interface Statement {
  /** Its index. */
  readonly at: number;
  readonly json: JsonObject;
  readonly source: string;
  /** The key in the id of its source. */
  readonly sourceName: string;
  /** How many properties it states. */
  readonly filled: number;
}

/** The statements of a product; undefined where it has none, or they are not what VOC-003 says. */
export const statementsOf = ({ kind, data }: LiveThing, origin: string): readonly Statement[] | undefined => {
  const { statement } = data;
  if (kind !== 'Product' || !Array.isArray(statement)) return undefined;
  const statements = statement.flatMap((json: unknown, at): readonly Statement[] => {
    const source = isObject(json) ? json['source'] : undefined;
    const sourceName = keyOf(source, 'Source', { origin });
    if (!isObject(json) || typeof source !== 'string' || sourceName === undefined) return [];
    const filled = Object.keys(json).filter((name) => name !== 'source' && name !== 'type').length;
    return [{ at, json, source, sourceName, filled }];
  });
  return statements.length === statement.length ? statements : undefined;
};
