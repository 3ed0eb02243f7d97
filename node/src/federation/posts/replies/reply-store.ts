import { Turns } from '../../../log/turns.ts';
import type { StoreDatabase } from '../../store/store-database.ts';
import { type ReplyLimits, replyLimits } from './limits.ts';
import { cameAgain, edited, type KeptReply, type Reply, type Said, type Shown } from './reply.ts';
import { behind, lastPart } from '../row-keys.ts';
import {
  hashOf,
  itemKey,
  listPrefix,
  ownListPrefix,
  replyClasses,
  replyTable as table,
  row,
  rowsOf,
  senderPrefix,
  shownPrefix,
} from './reply-rows.ts';

const batchRows = 1_000;

/** A reply as it is kept: those that came first have no word on who may read them. */
type StoredReply = Omit<Reply, 'isPublic'> & { readonly isPublic?: boolean };

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
    const reply = await this.get(hashOf(address));
    return reply?.address === address && (sender === undefined || reply.sender === sender) ? reply : undefined;
  }

  async get(id: string): Promise<KeptReply | undefined> {
    const text = await this.#database.get(table, itemKey(id));
    if (text === undefined) return undefined;
    const reply = JSON.parse(text) as StoredReply;
    // Nobody wrote down to whom it was said: as if to one alone.
    return { ...reply, isPublic: reply.isPublic ?? false, id };
  }

  /** Whether something under this address would be kept, and was not there before. */
  async isNew({ address, sender }: Pick<Reply, 'address' | 'sender'>): Promise<boolean> {
    return (await this.get(hashOf(address))) === undefined && !(await this.#isFull(sender));
  }

  /** Keeps something that was said; what its sender said before under this address says this now. What others said stays. */
  put(reply: Reply): Promise<void> {
    return this.#turns.take(async () => {
      const id = hashOf(reply.address);
      const before = await this.get(id);
      if (before !== undefined) {
        if (before.sender !== reply.sender || before.address !== reply.address) return;
        await this.#replace(before, cameAgain(before, reply));
      } else if (!(await this.#isFull(reply.sender))) {
        await this.#database.write(rowsOf(reply, id, true), true);
        await this.#dropOldest(reply, id);
      }
    });
  }

  /** Lets a reply say something else, as its author wants it. It is shown no more. */
  edit(address: string, sender: string, said: Said, nowMs: number): Promise<void> {
    return this.#turns.take(async () => {
      const before = await this.find(address, sender);
      if (before?.kind === 'reply') await this.#replace(before, edited(before, said, nowMs));
    });
  }

  /**
   * Shows a reply beneath its post, or hides it where nothing is given.
   * @param seen the reply as it was decided on: nothing happens when it is another by now
   * @returns `full` when as many are shown beneath the post as may be
   */
  setShown(seen: KeptReply, shown: Shown | undefined): Promise<'done' | 'changed' | 'full'> {
    return this.#turns.take(async () => {
      const before = await this.get(seen.id);
      if (before === undefined || JSON.stringify(before) !== JSON.stringify(seen)) return 'changed';
      const { shown: shownBefore, ...rest } = before;
      const isMore = shown !== undefined && shownBefore === undefined;
      if (isMore && (await this.shownOf(before.post ?? '')).length >= this.#limits.shownOfPostMax) return 'full';
      await this.#replace(before, shown === undefined ? rest : { ...rest, shown });
      return 'done';
    });
  }

  /** What is shown beneath a post, oldest first. */
  async shownOf(post: string): Promise<readonly KeptReply[]> {
    const from = shownPrefix(post);
    const limit = this.#limits.shownOfPostMax;
    return this.#all(await this.#database.keys(table, { from, before: behind(from), limit }));
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
    const from = senderPrefix(sender);
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
    for (let after = itemKey(''); ;) {
      const keys = await this.#database.keys(table, { after, before: behind(itemKey('')), limit: batchRows });
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
      for (const one of replyClasses) {
        const from = listPrefix(identifier, one);
        const keys = await this.#database.keys(table, { from, before: behind(from), reverse: true, limit });
        found.push(...(await this.#all(keys)));
      }
    return found.toSorted((one, other) => other.atMs - one.atMs).slice(0, limit);
  }

  async #isFull(sender: string): Promise<boolean> {
    const from = senderPrefix(sender);
    const limit = this.#limits.keptOfSenderMax;
    return (await this.#database.keys(table, { from, before: behind(from), limit })).length >= limit;
  }

  async #bySender(sender: string): Promise<readonly KeptReply[]> {
    const from = senderPrefix(sender);
    const keys = await this.#database.keys(table, { from, before: behind(from), limit: batchRows });
    return (await this.#all(keys)).filter((reply) => reply.sender === sender);
  }

  async #all(keys: readonly string[]): Promise<readonly KeptReply[]> {
    const found = await Promise.all(keys.map((key) => this.get(lastPart(key))));
    return found.filter((reply) => reply !== undefined);
  }

  async #replace({ id, ...before }: KeptReply, after: Reply & Partial<KeptReply>): Promise<void> {
    const { id: _id, ...now } = after;
    await this.#database.write([...rowsOf(before, id, false), ...rowsOf(now, id, true)], true);
    if (ownListPrefix(before) !== ownListPrefix(now)) await this.#dropOldest(now, id);
  }

  /** Makes room for what has come into a list. It stays itself, however old it is: the operator may just have moved it there. */
  async #dropOldest(added: Reply, id: string): Promise<void> {
    const from = ownListPrefix(added);
    // One is one too many, as long as this runs after each.
    const keys = await this.#database.keys(table, { from, before: behind(from), limit: this.#limits.keptMax + 1 });
    if (keys.length <= this.#limits.keptMax) return;
    const oldest = keys.find((key) => lastPart(key) !== id) ?? '';
    const reply = await this.get(lastPart(oldest));
    await this.#database.write(
      reply === undefined ? [row(oldest, undefined)] : rowsOf(reply, lastPart(oldest), false),
      true,
    );
  }
}
