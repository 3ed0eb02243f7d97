import {
  addToDigest,
  canonicalJson,
  type Checkpoint,
  dataHash,
  digestTerm,
  type FeedItem,
  type FeedPage,
  feedPageSchema,
  formatDigest,
  type SignedCheckpoint,
} from '@openstraat/spec';

/** The newest that a reader knows of one thing. */
export interface Held {
  readonly version: string;
  readonly modified: number;
  /** Undefined for a tombstone. */
  readonly hash: string | undefined;
}

const hashOf = ({ '@context': _context, ...data }: NonNullable<FeedItem['data']>): string =>
  dataHash(canonicalJson(data));

/** A plain JSON reader of a feed, as anybody might write it: it follows `next`, and keeps the newest of each thing. */
export class FeedReader {
  readonly held = new Map<string, Held>();
  readonly origin: string;
  next: string;
  checkpoint: SignedCheckpoint | undefined;
  /** Called after each page. */
  onPage: (page: FeedPage) => Promise<void> = async () => {};

  constructor(origin: string) {
    this.origin = origin;
    this.next = `${origin}/feed`;
  }

  get live(): readonly string[] {
    return [...this.held].flatMap(([id, { hash }]) => (hash === undefined ? [] : [id])).toSorted();
  }

  get versions(): readonly string[] {
    return [...this.held.values()].map(({ version }) => version).toSorted();
  }

  /** The set digest of what it holds. */
  get digest(): string {
    let digest = 0n;
    for (const [id, { hash }] of this.held) if (hash !== undefined) digest = addToDigest(digest, digestTerm(id, hash));
    return formatDigest(digest);
  }

  /** Reads one page. @returns the page; or the problem that was answered */
  async readPage(): Promise<{ readonly page?: FeedPage; readonly status: number; readonly problem?: unknown }> {
    const response = await fetch(this.next, { headers: { accept: 'application/json' } });
    const { status } = response;
    if (status !== 200)
      return { status, problem: { mediaType: response.headers.get('content-type'), body: await response.text() } };
    const page = feedPageSchema.parse(await response.json());
    for (const item of page.items) this.#take(item);
    this.next = page.next;
    this.checkpoint = page.checkpoint;
    await this.onPage(page);
    return { page, status };
  }

  /** Walks to the head. @throws when it is answered anything but pages */
  async readToHead(): Promise<Checkpoint> {
    for (;;) {
      const { page, status, problem } = await this.readPage();
      if (page === undefined) throw new Error(`${this.next} answered ${status}: ${JSON.stringify(problem)}`);
      if (page.checkpoint !== undefined) return page.checkpoint;
    }
  }

  /** Walks to the head; begins again, with nothing, when it is told to. */
  async keepUp(): Promise<Checkpoint> {
    const { status } = await this.readPage();
    if (status === 410) {
      this.held.clear();
      this.next = `${this.origin}/feed`;
    }
    return this.readToHead();
  }

  #take({ id, version, modified, data }: FeedItem): void {
    // In a walk an entry may be met twice: the higher position wins.
    if ((this.held.get(id)?.modified ?? -1) >= modified) return;
    this.held.set(id, { version, modified, hash: data === undefined ? undefined : hashOf(data) });
  }
}
