import type { Announcement } from '../../actors/local-actor.ts';
import type { StoreDatabase } from '../../store/store-database.ts';
import { digits, type Row } from '../../store/tables.ts';
import { behind, rowsIn } from '../row-keys.ts';

/*
 * In the table `post`, beside the posts:
 *   reader!                                            how far the log was read
 *   on!<identifier>                                    what the actor announces
 *   known!<announcement>!<thing>                       what is no news any more
 *   waiting!<identifier>!<announcement>!<thing>        what is news, and was not told yet; since when
 *   told!<announcement>!<thing>                        the post that tells of it
 *   mend!<post>                                        posts whose things have changed
 *   sent!<identifier>!<milliseconds>!<post>            notes that were sent in the last day, those taken back too
 */
const table = 'post';

/** How far the log was read. */
export interface ReaderState {
  readonly epoch: string;
  readonly position: number;
}

/** Something that waits to be told. */
export interface Waiting {
  readonly announcement: Announcement;
  readonly thing: string;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
}

const row = rowsIn(table);

/** The rows that announcements keep. Each is made here, and written by who knows what belongs together. */
export const announcementRows = {
  reader: (state: ReaderState): Row => row('reader!', JSON.stringify(state)),
  on: (identifier: string, announces: readonly Announcement[] | undefined): Row =>
    row(`on!${identifier}`, announces === undefined ? undefined : JSON.stringify(announces)),
  known: (announcement: Announcement, thing: string, isKnown: boolean): Row =>
    row(`known!${announcement}!${thing}`, isKnown ? '' : undefined),
  waiting: (identifier: string, announcement: Announcement, thing: string, sinceMs: number | undefined): Row =>
    row(`waiting!${identifier}!${announcement}!${thing}`, sinceMs === undefined ? undefined : digits(sinceMs)),
  told: (announcement: Announcement, thing: string, post: string | undefined): Row =>
    row(`told!${announcement}!${thing}`, post),
  mend: (post: string, mustMend: boolean): Row => row(`mend!${post}`, mustMend ? '' : undefined),
  sent: (identifier: string, atMs: number, post: string): Row => row(`sent!${identifier}!${digits(atMs)}!${post}`, ''),
} as const;

/** Reads them. */
export class AnnouncementStore {
  readonly #database: StoreDatabase;

  constructor(database: StoreDatabase) {
    this.#database = database;
  }

  async reader(): Promise<ReaderState | undefined> {
    const text = await this.#database.get(table, 'reader!');
    return text === undefined ? undefined : (JSON.parse(text) as ReaderState);
  }

  /** What each actor announces, as far as was seen. */
  async on(): Promise<ReadonlyMap<string, readonly Announcement[]>> {
    const rows = await this.#database.read(table, { from: 'on!', before: behind('on!'), limit: rowsMax });
    return new Map(rows.map(([key, text]) => [key.slice('on!'.length), JSON.parse(text) as Announcement[]]));
  }

  async isKnown(announcement: Announcement, thing: string): Promise<boolean> {
    return (await this.#database.get(table, `known!${announcement}!${thing}`)) !== undefined;
  }

  /** The post that tells of a thing. */
  told(announcement: Announcement, thing: string): Promise<string | undefined> {
    return this.#database.get(table, `told!${announcement}!${thing}`);
  }

  /** What waits, by actor. */
  async waiting(): Promise<ReadonlyMap<string, readonly Waiting[]>> {
    const found = new Map<string, Waiting[]>();
    let after: string | undefined;
    for (;;) {
      const range = after === undefined ? { from: 'waiting!' } : { after };
      const rows = await this.#database.read(table, { ...range, before: behind('waiting!'), limit: readRows });
      if (rows.length === 0) return found;
      for (const [key, since] of rows) {
        // A thing's own key may hold the sign too.
        const [, identifier = '', announcement = '', ...rest] = key.split('!');
        const list = found.get(identifier) ?? [];
        list.push({ announcement: announcement as Announcement, thing: rest.join('!'), sinceMs: Number(since) });
        found.set(identifier, list);
      }
      after = rows.at(-1)?.[0];
    }
  }

  /** How many notes an actor has sent since a time; forgets those before it. */
  async sentSince(identifier: string, sinceMs: number): Promise<number> {
    const prefix = `sent!${identifier}!`;
    const keys = await this.#database.keys(table, { from: prefix, before: behind(prefix), limit: readRows });
    const old = keys.filter((key) => Number(key.slice(prefix.length).split('!')[0]) <= sinceMs);
    if (old.length > 0)
      await this.#database.write(
        old.map((key) => row(key, undefined)),
        false,
      );
    return keys.length - old.length;
  }

  /** Posts whose things have changed. */
  async mend(): Promise<readonly string[]> {
    const keys = await this.#database.keys(table, { from: 'mend!', before: behind('mend!'), limit: readRows });
    return keys.map((key) => key.slice('mend!'.length));
  }

  write(rows: readonly Row[]): Promise<void> {
    return this.#database.write(rows, true);
  }
}

const readRows = 1_000;
const rowsMax = 100_000;
