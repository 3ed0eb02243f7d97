import type { StoreDatabase } from '../store/store-database.ts';

/** The addresses of requests to follow that were sent, by the actor that was asked. */
export interface SentFollows {
  get(actor: string): Promise<string | undefined>;
  put(actor: string, follow: string): Promise<void>;
  remove(actor: string): Promise<void>;
}

const table = 'sent-follow';

/** Keeps them in the store of federation: an answer, or the end of a follow, may come long after. */
export const createSentFollows = (tables: Pick<StoreDatabase, 'get' | 'write'>): SentFollows => ({
  get: (actor) => tables.get(table, actor),
  put: (actor, follow) => tables.write([{ table, key: actor, value: follow }], true),
  remove: (actor) => tables.write([{ table, key: actor, value: undefined }], true),
});
