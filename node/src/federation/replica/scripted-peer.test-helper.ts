import {
  addToDigest,
  canonicalJson,
  type Checkpoint,
  dataHash,
  digestTerm,
  formatDigest,
  generateKeyPair,
  type Json,
  nodeDescriptionExample,
  signCheckpoint,
  type SignedCheckpoint,
  writeFeedItem,
  writeFeedPage,
} from '@openstraat/spec';
import { type LoopbackServer, serveOnLoopback } from './test-peer.test-helper.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export interface ScriptedEntry {
  readonly kind: string;
  /** Path. */
  readonly id: string;
  readonly position: number;
  /** undefined for a tombstone. */
  readonly data: JsonObject | undefined;
}

/** What a test puts in place of an answer. */
export interface Spoiled {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The answer never ends. */
  readonly stalls?: true;
}

const license = 'https://creativecommons.org/publicdomain/zero/1.0/';
const keyPair = generateKeyPair();
const recoveryPair = generateKeyPair();
const time = '2026-03-02T09:00:00.000Z';

/** A source, the smallest thing there is. */
export const sourceData = (origin: string, key: string, name = key): JsonObject => ({
  id: `${origin}/sources/${key}`,
  type: 'Source',
  name,
  license,
  attribution: name,
});

/** A peer written from the protocol alone: static pages without entity tags, whose answers a test can spoil. */
export class ScriptedPeer implements AsyncDisposable {
  readonly #server: LoopbackServer;
  entries: readonly ScriptedEntry[] = [];
  epoch = 'e1';
  pageSize = 3;
  /** Puts something in place of what is right. */
  spoil: (path: string, right: string) => Spoiled | undefined = () => undefined;
  /** Changes a page before it is sent. */
  page: (page: JsonObject, path: string) => JsonObject = (page) => page;
  checkpoint: (checkpoint: Checkpoint) => Checkpoint = (checkpoint) => checkpoint;
  description: (description: JsonObject) => JsonObject = (description) => description;

  private constructor(server: LoopbackServer) {
    this.#server = server;
  }

  /** @param host what the test calls its host */
  static async start(host?: string): Promise<ScriptedPeer> {
    let peer: ScriptedPeer | undefined;
    const server = await serveOnLoopback((request, response) => {
      const path = request.url ?? '';
      const right = peer?.right(path) ?? '';
      const { status = right === '' ? 404 : 200, headers = {}, body = right, stalls } = peer?.spoil(path, right) ?? {};
      response.writeHead(status, headers);
      if (stalls === undefined) response.end(body);
      else response.write(body);
    }, host);
    peer = new ScriptedPeer(server);
    return peer;
  }

  get origin(): string {
    return this.#server.origin;
  }
  get asked(): string[] {
    return this.#server.asked;
  }

  /** Says of sources what is new, from the last position on; without a name it is gone. */
  put(...named: readonly (readonly [key: string, name?: string])[]): void {
    for (const [key, name] of named) {
      const id = `/sources/${key}`;
      const position = (this.entries.at(-1)?.position ?? 1_772_000_000_000_000) + 1;
      const data = name === undefined ? undefined : sourceData(this.origin, key, name);
      this.entries = [...this.entries.filter((entry) => entry.id !== id), { kind: 'Source', id, position, data }];
    }
  }

  get digest(): string {
    return formatDigest(
      this.entries.reduce(
        (sum, { id, data }) =>
          data === undefined
            ? sum
            : addToDigest(sum, digestTerm(this.origin + id, dataHash(canonicalJson(data as Json)))),
        0n,
      ),
    );
  }

  /** The answer as it should be; empty where there is nothing. */
  right(path: string): string {
    if (path === '/.well-known/openstraat') return JSON.stringify(this.description(this.#describe()));
    if (path === '/feed/checkpoint') return JSON.stringify(this.#sign());
    const after = /^\/feed(?:\?after=(\d+))?$/.exec(path);
    return after === null ? '' : JSON.stringify(this.page(this.#page(Number(after[1] ?? 0), path), path));
  }

  #page(after: number, path: string): JsonObject {
    const above = this.entries.filter(({ position }) => position > after);
    const shown = above.slice(0, this.pageSize);
    const hasMore = above.length > shown.length;
    const last = shown.at(-1)?.position;
    const text = writeFeedPage(
      {
        origin: this.origin,
        license,
        epoch: this.epoch,
        self: this.origin + path,
        next: this.origin + (last === undefined ? path : `/feed?after=${last}`),
        withContext: true,
        ...(hasMore && last !== undefined ? { moreAfter: last } : {}),
        ...(hasMore ? {} : { checkpoint: this.#sign() }),
      },
      shown.map((entry) =>
        writeFeedItem(this.origin, { ...entry, dataText: entry.data && JSON.stringify(entry.data) }),
      ),
    );
    return JSON.parse(text) as JsonObject;
  }

  #sign(): SignedCheckpoint {
    const checkpoint: Checkpoint = this.checkpoint({
      type: 'Checkpoint',
      feed: `${this.origin}/feed#stream`,
      epoch: this.epoch,
      position: this.entries.at(-1)?.position ?? 0,
      live: this.entries.filter(({ data }) => data !== undefined).length,
      digest: this.digest,
      previous: null,
      time,
    });
    const { secretKeyMultibase } = keyPair;
    return signCheckpoint(checkpoint, { secretKeyMultibase, verificationMethod: this.#keyId('key-1') });
  }

  #keyId(fragment: string): string {
    return `${this.origin}/.well-known/openstraat#${fragment}`;
  }

  #describe(): JsonObject {
    const { origin } = this;
    const { publicKeyMultibase } = keyPair;
    const key = { type: 'Multikey', controller: `${origin}/`, validFrom: '2026-01-01T00:00:00Z' };
    return {
      ...nodeDescriptionExample,
      id: `${origin}/`,
      origin,
      feed: {
        id: `${origin}/feed#stream`,
        type: 'EventStream',
        start: `${origin}/feed`,
        checkpointUrl: `${origin}/feed/checkpoint`,
        epoch: this.epoch,
        tombstoneDays: 30,
      },
      keys: [{ ...key, id: this.#keyId('key-1'), publicKeyMultibase }],
      recoveryKey: { ...key, id: this.#keyId('recovery'), publicKeyMultibase: recoveryPair.publicKeyMultibase },
    };
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#server[Symbol.asyncDispose]();
  }
}
