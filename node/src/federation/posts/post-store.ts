import { Turns } from '../../log/turns.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { digits, type Row } from '../store/tables.ts';
import { isPrivate, type Post } from './post.ts';
import { behind, lastPart, rowsIn } from './row-keys.ts';

/*
 * The table `post` holds, by the start of the key:
 *   post!<id>                           a post
 *   box!<identifier>!<published>!<id>   what stands in an actor's outbox
 *   aside!<identifier>!<published>!<id> what an actor has said to one person alone
 *   due!<published>!<id>                what waits for its time
 *   untold!<id>                         what followers have not been told yet
 *   news!<mark>                         rows of files of news that were taken, each with the id of its post
 * and what announcements keep (announce/announcement-store.ts).
 */
const table = 'post';
const countMax = 1_000_000;

/** Which posts of an outbox to read, newest first. */
export interface OutboxRange {
  /** What `next` gave. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A part of an outbox. */
export interface OutboxPage {
  readonly posts: readonly Post[];
  /** Undefined at the end. */
  readonly next: string | undefined;
}

const row = rowsIn(table);
const boxKey = (post: Post): string =>
  `${isPrivate(post) ? 'aside' : 'box'}!${post.identifier}!${digits(post.publishedMs)}!${post.id}`;
const dueKey = ({ publishedMs, id }: Post): string => `due!${digits(publishedMs)}!${id}`;
const isSaid = ({ state }: Post): boolean => state === 'published';
const isInOutbox = (post: Post): boolean => isSaid(post) && !isPrivate(post);
/** Whether a text is a cursor, such as `1234567890123456!abc`: anything may be asked for. */
export const isOutboxCursor = (text: string): boolean => /^\d{16}![a-z0-9]{1,40}$/.test(text);

/** The rows that a post stands in; to write together with what takes it out of others. */
const rowsOf = (post: Post): Row[] => [
  row(`post!${post.id}`, JSON.stringify(post)),
  row(boxKey(post), isSaid(post) ? '' : undefined),
  row(dueKey(post), post.state === 'scheduled' ? '' : undefined),
  row(`untold!${post.id}`, post.untold === undefined ? undefined : ''),
];

/** The posts of a node, as its store keeps them. */
export class PostStore {
  readonly #database: StoreDatabase;
  /** Posts in outboxes that were counted, kept up since. */
  readonly #counts = new Map<string, number>();
  /** A post that is written while its outbox is counted would be counted twice, or not at all. */
  readonly #turns = new Turns();

  constructor(database: StoreDatabase) {
    this.#database = database;
  }

  async get(id: string): Promise<Post | undefined> {
    const text = await this.#database.get(table, `post!${id}`);
    return text === undefined ? undefined : (JSON.parse(text) as Post);
  }

  /** Writes a post, and rows of others' with it; answers when the disk has it. `before` is the post as it was. */
  put(post: Post, before: Post | undefined, more: readonly Row[] = []): Promise<void> {
    return this.#turns.take(() => this.#put(post, before, more));
  }

  async #put(post: Post, before: Post | undefined, more: readonly Row[]): Promise<void> {
    const gone =
      before === undefined
        ? []
        : [
            ...(boxKey(before) === boxKey(post) ? [] : [row(boxKey(before), undefined)]),
            ...(dueKey(before) === dueKey(post) ? [] : [row(dueKey(before), undefined)]),
          ];
    // Also of an actor that came after all were counted.
    const counted = this.#counts.get(post.identifier) ?? (await this.#count(post.identifier));
    await this.#database.write([...gone, ...rowsOf(post), ...more], true);
    this.#counts.set(
      post.identifier,
      counted + Number(isInOutbox(post)) - Number(before !== undefined && isInOutbox(before)),
    );
  }

  /** Newest first. */
  async outbox(identifier: string, { after, limit }: OutboxRange): Promise<OutboxPage> {
    const prefix = `box!${identifier}!`;
    if (after !== undefined && !isOutboxCursor(after)) return { posts: [], next: undefined };
    const before = after === undefined ? behind(prefix) : prefix + after;
    const rows = await this.#database.read(table, { from: prefix, before, reverse: true, limit: limit + 1 });
    const keys = rows.map(([key]) => key);
    const page = keys.slice(0, limit);
    const posts = (await this.#posts(page.map(lastPart))).filter(isInOutbox);
    return { posts, next: keys.length > limit ? page.at(-1)?.slice(prefix.length) : undefined };
  }

  /** What was said to one person alone, newest first. */
  async aside(identifier: string, limit: number): Promise<readonly Post[]> {
    const from = `aside!${identifier}!`;
    const rows = await this.#database.read(table, { from, before: behind(from), reverse: true, limit });
    return this.#posts(rows.map(([key]) => lastPart(key)));
  }

  async outboxCount(identifier: string): Promise<number> {
    return this.#counts.get(identifier) ?? this.#turns.take(() => this.#count(identifier));
  }

  async #count(identifier: string): Promise<number> {
    const prefix = `box!${identifier}!`;
    const { length } = await this.#database.keys(table, { from: prefix, before: behind(prefix), limit: countMax });
    this.#counts.set(identifier, length);
    return length;
  }

  /** Posts in outboxes that were counted before. */
  knownCount(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Posts whose time has come, or will: in order of their times. */
  async scheduled(limit: number): Promise<readonly Post[]> {
    const rows = await this.#database.read(table, { from: 'due!', before: behind('due!'), limit });
    return this.#posts(rows.map(([key]) => lastPart(key)));
  }

  async scheduledCount(): Promise<number> {
    const keys = await this.#database.keys(table, { from: 'due!', before: behind('due!'), limit: countMax });
    return keys.length;
  }

  /** Posts that followers have not been told of. */
  async untold(limit: number): Promise<readonly Post[]> {
    const rows = await this.#database.read(table, { from: 'untold!', before: behind('untold!'), limit });
    return this.#posts(rows.map(([key]) => lastPart(key)));
  }

  /** The post that a row of a file of news became. */
  newsPost(mark: string): Promise<string | undefined> {
    return this.#database.get(table, `news!${mark}`);
  }

  /** Keeps that a row of a file of news became a post. */
  newsRow(mark: string, id: string): Row {
    return row(`news!${mark}`, id);
  }

  async #posts(ids: readonly string[]): Promise<readonly Post[]> {
    const found = await Promise.all(ids.map((id) => this.get(id)));
    return found.filter((post) => post !== undefined);
  }
}
