import { hash } from 'node:crypto';
import * as spec from '@openstraat/spec';

export type Data = { readonly id: string; readonly type: string } & Readonly<Record<string, unknown>>;
type Keys = ReturnType<typeof spec.generateKeyPair>;
/** What has to outlive the process. In earnest, the secret part of the recovery key is kept offline (CHK-017). */
export type Memory = { key: Keys; recoveryKey: Keys; validFrom: string; checkpoint?: spec.SignedCheckpoint };

/** Ends an answer with a status, and names the parameters that make no sense. */
export const refuse = (status: number, detail: string, parameters: readonly string[] = []): never => {
  const errors = parameters.map((parameter) => ({ parameter, detail }));
  throw Object.assign(new Error(detail), { problem: { type: 'about:blank', title: detail, status, detail, errors } });
};
export const settings = {
  name: 'Winkels in Veendorp',
  areaServed: 'Veendorp',
  operator: { type: 'Operator', name: 'Winkeliersvereniging Veendorp', contact: 'winkels@veendorp.example' },
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** What a thing adds to the digest (CHK-009). */
const termOf = (data: Data): bigint =>
  BigInt(`0x${hash('sha256', `${data.id}\n${hash('sha256', spec.canonicalJson(data as spec.Json))}`)}`);

/** The things, the feed over them, and who says it all; what changes is read at the next start. */
export class Publisher {
  readonly origin: string;
  readonly things: ReadonlyMap<string, Data>;
  readonly checkpoint: spec.SignedCheckpoint;
  readonly #memory: Memory;
  readonly #entries: readonly { readonly id: string; readonly kind: string; readonly position: number }[];

  constructor(origin: string, lines: readonly string[], memory: Memory) {
    const toOrigin = (_name: string, value: unknown): unknown =>
      typeof value === 'string' && value.startsWith('/') ? origin + value : value;
    const things = lines.map((line) => JSON.parse(line, toOrigin) as Data);
    const first = Math.max(Date.now() * 1_000, (memory.checkpoint?.position ?? 0) + 1);
    [this.origin, this.#memory, this.things] = [origin, memory, new Map(things.map((data) => [data.id, data]))];
    this.#entries = things.map(({ id, type }, at) => ({ id, kind: type, position: first + at }));
    const sum = things.reduce((total, data) => (total + termOf(data)) % (1n << 256n), 0n);
    const previous = memory.checkpoint === undefined ? null : spec.checkpointHash(memory.checkpoint);
    // Every start begins a new history (FEED-021), and a link of the chain.
    const head = { feed: `${origin}/feed#stream`, epoch: Date.now().toString(36), position: first + things.length - 1 };
    const held = { live: things.length, digest: sum.toString(16).padStart(64, '0'), previous };
    this.checkpoint = spec.signCheckpoint(
      { type: 'Checkpoint', ...head, ...held, time: new Date().toISOString() },
      { ...memory.key, verificationMethod: `${origin}/.well-known/openstraat#key-1` },
    );
  }

  ofType(type: string): readonly Data[] {
    return [...this.things.values()].filter((data) => data.type === type);
  }

  /** The page that an address asks for. @throws {Refusal} */
  page(url: URL): { readonly text: string; readonly hasMore: boolean } {
    const { origin, checkpoint } = this;
    const { epoch, position: head } = checkpoint;
    const cursor = this.#cursor(url, { epoch, position: head, droppedTombstone: 0 });
    const above = this.#entries.filter(({ position }) => position > cursor.after);
    const items = above.slice(0, spec.feedPageItemsMax);
    const hasMore = above.length > items.length;
    const last = items.at(-1)?.position ?? cursor.after;
    const behind = spec.nextCursor(cursor, last, { epoch, position: head, droppedTombstone: 0 }, !hasMore);
    const address = `${origin}/feed?cursor=${spec.formatCursor(behind)}&afterChangeNumber=${behind.after}`;
    const next = items.length === 0 ? url.href : address;
    const frame = { origin, license: settings.license, epoch, self: url.href, next, withContext: true };
    const text = spec.writeFeedPage(
      { ...frame, ...(hasMore ? { moreAfter: last } : cursor.after > head ? {} : { checkpoint }) },
      items.map(({ id, kind, position }) => {
        const dataText = JSON.stringify(this.things.get(id));
        return spec.writeFeedItem(origin, { id: id.slice(origin.length), kind, position, dataText });
      }),
    );
    return { text, hasMore };
  }

  #cursor({ search, searchParams }: URL, head: spec.FeedHead): spec.FeedCursor {
    if (search === '') return spec.startOfWalk(head);
    const [from, after, text] = ['from', 'afterChangeNumber', 'cursor'].map((name) => searchParams.get(name));
    const digits = from ?? after ?? '';
    if (!/^\d{1,16}$/.test(digits)) return refuse(400, 'That is no position.');
    if (typeof from === 'string') return spec.startOfWalk(head, Number(digits));
    const own = { epoch: head.epoch, after: Number(digits), walkHead: 0 };
    const cursor = typeof text === 'string' ? spec.parseCursor(text) : own;
    if (cursor?.after !== Number(digits)) return refuse(400, 'That is no cursor of this feed.');
    return spec.judgeCursor(cursor, head) === 'continue' ? cursor : refuse(410, 'Begin again.');
  }

  get description(): Data {
    const [origin, memory, start] = [this.origin, this.#memory, `${this.origin}/feed`];
    const keyObject = (fragment: string, { publicKeyMultibase }: Keys) => {
      const id = `${origin}/.well-known/openstraat#${fragment}`;
      return { id, type: 'Multikey', controller: `${origin}/`, publicKeyMultibase, validFrom: memory.validFrom };
    };
    const templates = { feedFrom: `${start}?from={position}`, feedAfter: `${start}?afterChangeNumber={position}` };
    const feed = { id: `${start}#stream`, type: 'EventStream', start, checkpointUrl: `${start}/checkpoint` };
    return {
      ...({ id: `${origin}/`, type: ['Catalog', 'Organization'], origin } as unknown as Data),
      ...settings,
      software: { type: 'SoftwareApplication', name: 'openstraat-minimal-node', version: '1.0.0' },
      conformsTo: (['publisher', 'publisher-live', 'searchable'] as const).map(spec.conformanceClassIri),
      feed: { ...feed, ...templates, epoch: this.checkpoint.epoch, tombstoneDays: 3_650 },
      keys: [keyObject('key-1', memory.key)],
      recoveryKey: keyObject('recovery-key', memory.recoveryKey),
      fictional: true,
    };
  }
}
