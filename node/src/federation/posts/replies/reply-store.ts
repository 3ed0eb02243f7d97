import { createHash } from 'node:crypto';
import { Turns } from '../../../log/turns.ts';
import type { StoreDatabase } from '../../store/store-database.ts';
import { digits, type Row } from '../../store/tables.ts';
import { type ReplyLimits, replyLimits } from './limits.ts';
import type { KeptReply, Reply } from './reply.ts';

/*
 * The table `reply` holds, by the start of the key:
 *   item!<id>                                   a reply
 *   list!<identifier>!<class>!<time>!<id>       what one actor was told, replies apart from likes and boosts
 *   sender!<hash>!<id>                          what one sender said
 */
const table = 'reply';
const batchRows = 1_000;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);
const row = (key: string, value: string | undefined): Row => ({ table, key, value });
const behind = (prefix: string): string => `${prefix.slice(0, -1)}"`;
const lastPart = (key: string): string => key.slice(key.lastIndexOf('!') + 1);
const classes = ['said', 'liked'] as const;
const listPrefix = (identifier: string, one: (typeof classes)[number]): string => `list!${identifier}!${one}!`;
const classOf = ({ kind }: Reply): (typeof classes)[number] => (kind === 'reply' ? 'said' : 'liked');
const listKey = (reply: Reply, id: string): string =>
  `${listPrefix(reply.identifier, classOf(reply))}${digits(reply.atMs)}!${id}`;

const rowsOf = (reply: Reply, id: string, isThere: boolean): Row[] => [
  row(`item!${id}`, isThere ? JSON.stringify(reply) : undefined),
  row(listKey(reply, id), isThere ? '' : undefined),
  row(`sender!${hash(reply.sender)}!${id}`, isThere ? '' : undefined),
];

/** What others said to the node's actors, kept for the operator. */
export class ReplyStore {
  readonly #database: StoreDatabase;
  readonly #limits: ReplyLimits;
  readonly #turns = new Turns();

  constructor(database: StoreDatabase, limits: ReplyLimits = replyLimits) {
    this.#database = database;
    this.#limits = limits;
  }

  /** What has this address; only of this sender, where one is named. */
  async find(address: string, sender?: string): Promise<KeptReply | undefined> {
    const reply = await this.get(hash(address));
    return reply?.address === address && (sender === undefined || reply.sender === sender) ? reply : undefined;
  }

  async get(id: string): Promise<KeptReply | undefined> {
    const text = await this.#database.get(table, `item!${id}`);
    return text === undefined ? undefined : { ...(JSON.parse(text) as Reply), id };
  }

  /** Keeps something that was said; what its sender said before under this address says this now. What others said stays. */
  put(reply: Reply): Promise<void> {
    return this.#turns.take(async () => {
      const id = hash(reply.address);
      const before = await this.get(id);
      if (before !== undefined && (before.sender !== reply.sender || before.address !== reply.address)) return;
      const now = before === undefined ? reply : { ...reply, atMs: before.atMs };
      if (before === undefined && (await this.#isFull(reply.sender))) return;
      const old = before === undefined ? [] : rowsOf(before, id, false);
      await this.#database.write([...old, ...rowsOf(now, id, true)], true);
      if (before === undefined) await this.#dropOldest(now);
    });
  }

  /** @returns whether it was there */
  remove(id: string): Promise<boolean> {
    return this.#turns.take(async () => {
      const reply = await this.get(id);
      if (reply === undefined) return false;
      await this.#database.write(rowsOf(reply, id, false), true);
      return true;
    });
  }

  /** What a sender said of a post in one way. */
  async of(sender: string, kind: Reply['kind'], post: string): Promise<KeptReply | undefined> {
    for (const reply of await this.#bySender(sender)) if (reply.kind === kind && reply.post === post) return reply;
    return undefined;
  }

  /** Whether a sender said anything that is kept. */
  async has(sender: string): Promise<boolean> {
    const from = `sender!${hash(sender)}!`;
    return (await this.#database.keys(table, { from, before: behind(from), limit: 1 })).length > 0;
  }

  /** Removes all that a sender said. */
  async removeSender(sender: string): Promise<void> {
    for (;;) {
      const replies = await this.#bySender(sender);
      if (replies.length === 0) return;
      for (const { id } of replies) await this.remove(id);
    }
  }

  /** Removes all that senders said who are not wanted any more. @returns how many replies, likes and boosts that were */
  async removeUnwanted(isUnwanted: (sender: string) => boolean): Promise<number> {
    let removed = 0;
    for (let after = 'item!'; ;) {
      const keys = await this.#database.keys(table, { after, before: behind('item!'), limit: batchRows });
      for (const { id, sender } of await this.#all(keys))
        if (isUnwanted(sender) && (await this.remove(id))) removed += 1;
      after = keys.at(-1) ?? after;
      if (keys.length < batchRows) return removed;
    }
  }

  /** What actors were told, newest first. */
  async list(identifiers: readonly string[], limit: number): Promise<readonly KeptReply[]> {
    const found: KeptReply[] = [];
    for (const identifier of identifiers)
      for (const one of classes) {
        const from = listPrefix(identifier, one);
        const keys = await this.#database.keys(table, { from, before: behind(from), reverse: true, limit });
        found.push(...(await this.#all(keys)));
      }
    return found.toSorted((one, other) => other.atMs - one.atMs).slice(0, limit);
  }

  async #isFull(sender: string): Promise<boolean> {
    const from = `sender!${hash(sender)}!`;
    const limit = this.#limits.keptOfSenderMax;
    return (await this.#database.keys(table, { from, before: behind(from), limit })).length >= limit;
  }

  async #bySender(sender: string): Promise<readonly KeptReply[]> {
    const from = `sender!${hash(sender)}!`;
    const keys = await this.#database.keys(table, { from, before: behind(from), limit: batchRows });
    return (await this.#all(keys)).filter((reply) => reply.sender === sender);
  }

  async #all(keys: readonly string[]): Promise<readonly KeptReply[]> {
    const found = await Promise.all(keys.map((key) => this.get(lastPart(key))));
    return found.filter((reply) => reply !== undefined);
  }

  async #dropOldest(newest: Reply): Promise<void> {
    const from = listPrefix(newest.identifier, classOf(newest));
    // One is one too many, as long as this runs after each.
    const keys = await this.#database.keys(table, { from, before: behind(from), limit: this.#limits.keptMax + 1 });
    if (keys.length <= this.#limits.keptMax) return;
    const [oldest = ''] = keys;
    const reply = await this.get(lastPart(oldest));
    await this.#database.write(
      reply === undefined ? [row(oldest, undefined)] : rowsOf(reply, lastPart(oldest), false),
      true,
    );
  }
}
