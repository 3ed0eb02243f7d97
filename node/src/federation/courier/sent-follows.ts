import { z } from 'zod';
import type { StoreDatabase } from '../store/store-database.ts';

const sentFollowSchema = z.object({ id: z.string(), inbox: z.string() });

/** A request to follow that was sent: its address, and where it went. */
export type SentFollow = z.infer<typeof sentFollowSchema>;

/** The requests to follow that were sent last, by the actor that was asked. */
export interface SentFollows {
  get(actor: string): Promise<SentFollow | undefined>;
  /** Everybody who was asked. */
  actors(): Promise<readonly string[]>;
  put(actor: string, follow: SentFollow): Promise<void>;
  remove(actor: string): Promise<void>;
}

const table = 'sent-follow';

/** @returns undefined for what is not one: whoever was asked is asked anew when no answer counts */
const parse = (text: string): SentFollow | undefined => {
  try {
    return sentFollowSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Keeps them in the store of federation: an answer, or the end of a follow, may come long after. */
export const createSentFollows = (tables: Pick<StoreDatabase, 'get' | 'all' | 'write'>): SentFollows => ({
  async get(actor) {
    const text = await tables.get(table, actor);
    return text === undefined ? undefined : parse(text);
  },
  async actors() {
    const actors: string[] = [];
    for await (const rows of tables.all(table)) actors.push(...rows.map(([actor]) => actor));
    return actors;
  },
  put: (actor, follow) => tables.write([{ table, key: actor, value: JSON.stringify(follow) }], true),
  remove: (actor) => tables.write([{ table, key: actor, value: undefined }], true),
});
