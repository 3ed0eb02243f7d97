import type { RecordChange, RecordTable } from '../log/change-log.ts';

/** The change that forgets a record. */
export const dropRecord = (table: RecordTable, key: string): RecordChange => ({ table, key, value: undefined });
