/**
 * Every table of the federation database. Each has a prefix of its own, so none can reach into another.
 * A queue has four: what is ready, what is delayed, what was handed out, and what was parked.
 */
export const tableNames = [
  'value',
  'expiry',
  'inbox-ready',
  'inbox-delayed',
  'inbox-started',
  'inbox-parked',
  'outbox-ready',
  'outbox-delayed',
  'outbox-started',
  'outbox-parked',
  'fanout-ready',
  'fanout-delayed',
  'fanout-started',
  'fanout-parked',
  'actor',
  'profile',
  'follower',
  'following',
  'sent-follow',
  'block',
  'post',
  'reply',
] as const;
export type TableName = (typeof tableNames)[number];

/** The queues, named as Fedify names them. */
export const queueNames = ['inbox', 'outbox', 'fanout'] as const;
export type QueueName = (typeof queueNames)[number];

/** A row to write; to delete, when it has no value. */
export interface Row {
  readonly table: TableName;
  readonly key: string;
  readonly value: string | undefined;
}

/** The key in the database. Names hold no exclamation mark, so the first two end the prefix. */
export const storedKey = (table: TableName, key: string): string => `!${table}!${key}`;
/** The key in its table. */
export const keyInTable = (table: TableName, stored: string): string => stored.slice(table.length + 2);
/** The first key behind all of a table. */
export const tableEnd = (table: TableName): string => `!${table}"`;

/** A number in sixteen digits, which sort as numbers do and hold every safe integer. */
export const digits = (value: number): string => String(value).padStart(16, '0');
