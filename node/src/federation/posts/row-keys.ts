import type { Row, TableName } from '../store/tables.ts';

/** Makes what names a row of one table. */
export const rowsIn =
  (table: TableName) =>
  (key: string, value: string | undefined): Row => ({ table, key, value });

/** The first key behind all that start with a prefix that ends in `!`. */
export const behind = (prefix: string): string => `${prefix.slice(0, -1)}"`;

/** What stands behind the last `!` of a key: in a list, the id of what it lists. */
export const lastPart = (key: string): string => key.slice(key.lastIndexOf('!') + 1);
