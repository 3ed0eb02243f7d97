import {
  addToDigest,
  canonicalJson,
  dataHash,
  digestTerm,
  formatDigest,
  type Json,
  kinds,
  thingId,
} from '@openstraat/spec';
import type { Clock } from '../clock.ts';
import type { Handler, ReaderSession, Visited } from '../stage.ts';

type Item = Readonly<Record<string, unknown>>;
export interface Page {
  readonly epoch: string;
  readonly next: string;
  readonly items: readonly Item[];
  readonly checkpoint?: { readonly digest: string };
}

/** What it holds of one thing; no data for what was deleted. */
interface Held {
  readonly modified: number;
  readonly data: Item | undefined;
}

/** A right reader, as small as it can be; broken ones do one thing otherwise. */
export class SampleReader implements ReaderSession {
  /** What the requests of this visit are ended by. */
  protected signal: AbortSignal = new AbortController().signal;
  protected held = new Map<string, Held>();
  protected epoch: string | undefined;
  protected next: string | undefined;
  protected etags = new Map<string, string>();
  protected start = '';
  protected readonly clock: Clock;
  readonly #fetch: Handler;
  readonly #answerBytesMax: number;

  constructor(parts: { readonly fetch: Handler; readonly clock: Clock; readonly answerBytesMax: number }) {
    this.#fetch = parts.fetch;
    this.clock = parts.clock;
    this.#answerBytesMax = parts.answerBytesMax;
  }

  async visit(feed: string, signal: AbortSignal): Promise<Visited> {
    this.start = feed;
    this.signal = signal;
    for (let walk = 0; walk < this.walksMax(); walk++) {
      const how = await this.walk();
      if (how === 'head' && this.isRight()) break;
      if (how !== 'given-up') this.forget();
      else break;
    }
    return { digest: this.digest(), words: 'it ended' };
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  /** The digest of the checkpoint that the last page carried. */
  protected expected: string | undefined;

  protected walksMax(): number {
    return 2;
  }

  protected isRight(): boolean {
    return this.expected === undefined || this.expected === this.digest();
  }

  protected forget(): void {
    this.held.clear();
    this.next = undefined;
    this.epoch = undefined;
    this.etags.clear();
  }

  protected digest(): string {
    let digest = 0n;
    for (const [id, { data }] of this.held)
      if (data !== undefined)
        digest = addToDigest(digest, digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined }))));
    return formatDigest(digest);
  }

  /** Reads to the head, or until it must begin anew or has had enough. */
  protected async walk(): Promise<'head' | 'anew' | 'given-up'> {
    let failures = 0;
    for (;;) {
      const address = this.next ?? this.start;
      const got = await this.ask(address);
      if (got === 'gone') return 'anew';
      if (got === 'unchanged') return 'head';
      if (got === 'failed') {
        if (++failures > 3) return 'given-up';
        await this.clock.wait(1_000 * failures);
        continue;
      }
      failures = 0;
      if (this.isForeign(got)) return 'anew';
      this.take(got);
      if (this.isHead(got)) return 'head';
    }
  }

  protected isForeign(page: Page): boolean {
    return this.epoch !== undefined && page.epoch !== this.epoch;
  }

  protected isHead(page: Page): boolean {
    return page.checkpoint !== undefined || page.items.length === 0;
  }

  protected take(page: Page): void {
    const { origin } = new URL(this.start);
    for (const item of page.items) if (this.isEntry(item) && this.isOwn(item, origin)) this.keep(item);
    this.epoch = page.epoch;
    this.next = this.nextOf(page);
    this.expected = page.checkpoint?.digest;
  }

  protected nextOf(page: Page): string {
    return page.next;
  }

  protected isEntry({ state, kind, id, modified, data }: Item): boolean {
    const known = kinds.find((name) => name === kind);
    if (known === undefined || typeof id !== 'string' || !URL.canParse(id)) return false;
    if (!new URL(id).pathname.startsWith(thingId(known, ''))) return false;
    if (!Number.isSafeInteger(modified)) return false;
    if (data !== undefined && !this.isWritable(data)) return false;
    return state === 'deleted' || (state === 'updated' && typeof data === 'object' && data !== null);
  }

  protected isWritable(data: unknown): boolean {
    try {
      return canonicalJson(data as Json) !== '';
    } catch {
      return false;
    }
  }

  protected isOwn({ id, data }: Item, origin: string): boolean {
    return String(id).startsWith(`${origin}/`) && (data === undefined || (data as Item)['id'] === id);
  }

  protected keep(item: Item): void {
    const [id, modified] = [String(item['id']), Number(item['modified'])];
    if (modified < (this.held.get(id)?.modified ?? 0)) return;
    this.held.set(id, { modified, data: item['state'] === 'deleted' ? undefined : (item['data'] as Item) });
  }

  protected headers(address: string): Record<string, string> {
    const tag = this.etags.get(address);
    return {
      'user-agent': 'sample-reader/1.0 (+https://sample-reader.example/)',
      'accept-encoding': 'gzip',
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    };
  }

  /** Follows redirects within the origin. */
  protected async fetch(address: string): Promise<Response | undefined> {
    let at = address;
    for (let hop = 0; hop < 5; hop++) {
      if (!this.mayAsk(at)) return undefined;
      const response = await this.#fetch(new Request(at, { headers: this.headers(at) }));
      const location = response.headers.get('location');
      if (response.status < 300 || response.status === 304 || response.status > 399 || location === null)
        return response;
      at = new URL(location, at).href;
      if (!this.mayBeSentTo(at)) return undefined;
    }
    return undefined;
  }

  protected mayAsk(address: string): boolean {
    return new URL(address).origin === new URL(this.start).origin;
  }

  protected mayBeSentTo(address: string): boolean {
    return this.mayAsk(address);
  }

  protected async ask(address: string): Promise<Page | 'gone' | 'unchanged' | 'failed'> {
    const response = await this.fetch(address);
    if (response === undefined) return 'failed';
    const { status, headers } = response;
    if (status === 304) return this.whenUnchanged();
    if (status === 410) return this.whenGone();
    if (status === 429 || status === 503) await this.pause(headers.get('retry-after') ?? '1');
    if (status !== 200) return this.whenFailed();
    try {
      const page = this.parse(await this.read(response));
      if (page === undefined) return this.whenFailed();
      const tag = headers.get('etag');
      if (tag !== null) this.etags.set(address, tag);
      return page;
    } catch {
      return 'failed';
    }
  }

  protected whenUnchanged(): 'unchanged' | 'gone' {
    return 'unchanged';
  }

  protected whenGone(): 'gone' | 'unchanged' {
    return 'gone';
  }

  protected whenFailed(): 'failed' | 'gone' {
    return 'failed';
  }

  protected async pause(retryAfter: string): Promise<void> {
    const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - this.clock.now()) / 1_000;
    await this.clock.wait(seconds * 1_000);
  }

  protected parse(text: string): Page | undefined {
    try {
      const page: unknown = JSON.parse(text);
      return typeof page === 'object' && page !== null && 'items' in page ? (page as Page) : undefined;
    } catch {
      return undefined;
    }
  }

  protected bytesMax(): number {
    return this.#answerBytesMax;
  }

  protected stillMsMax(): number {
    return 30_000;
  }

  protected whenCutOff(_chunks: readonly Uint8Array[], error: unknown): string {
    throw error;
  }

  protected decode(chunks: readonly Uint8Array[]): string {
    return Buffer.concat(chunks).toString('utf8');
  }

  /** @throws when the body breaks off, stands still or goes on for ever */
  protected async read(response: Response): Promise<string> {
    const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const over = new AbortController();
      let portion;
      try {
        portion = await Promise.race([
          reader?.read(),
          this.clock.wait(this.stillMsMax(), over.signal).then(() => 'still' as const),
        ]);
      } catch (error) {
        return this.whenCutOff(chunks, error);
      } finally {
        over.abort();
      }
      if (portion === 'still' || bytes > this.bytesMax()) {
        await reader?.cancel();
        throw new Error('it is left');
      }
      if (portion === undefined || portion.done) return this.decode(chunks);
      chunks.push(portion.value);
      bytes += portion.value.length;
    }
  }
}
