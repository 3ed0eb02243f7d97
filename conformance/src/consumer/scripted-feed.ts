import { hash } from 'node:crypto';
import {
  addToDigest,
  canonicalJson,
  type Checkpoint,
  conformanceClassIri,
  contextPath,
  dataHash,
  digestTerm,
  formatDigest,
  generateKeyPair,
  type Kind,
  signCheckpoint,
  writeFeedItem,
  writeFeedPage,
} from '@openstraat/spec';
import type { JsonObject } from '../json/json-value.ts';
import { type VillageThing, villageAt } from './village.ts';

interface Entry {
  /** Undefined for what is smuggled in. */
  readonly id: string | undefined;
  readonly kind: Kind;
  readonly position: number;
  readonly data: JsonObject | undefined;
  /** Stands on the page as it is, and is counted nowhere. */
  readonly smuggled?: JsonObject;
}

/** What a script may change on a page. */
export interface PageChanges {
  readonly page?: (page: JsonObject) => JsonObject;
  /** Before it is signed. */
  readonly checkpoint?: (checkpoint: Checkpoint) => Checkpoint;
}

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';
const firstPosition = Date.parse('2026-03-08T06:00:00Z') * 1_000;
const keyPair = generateKeyPair();
const recoveryKeyPair = generateKeyPair();

/** A feed that changes when a script says so. Its addresses are opaque, and full of signs that tempt readers to write them anew. */
export class ScriptedFeed {
  readonly origin: string;
  readonly start: string;
  readonly things: ReturnType<typeof villageAt>;
  readonly #entriesPerPage: number;
  readonly #addresses = new Map<string, { readonly epoch: string; readonly after: number }>();
  #entries: readonly Entry[] = [];
  #head = firstPosition;
  #epochNumber = 1;

  constructor(origin: string, entriesPerPage = 100) {
    this.origin = origin;
    this.start = `${origin}/feed`;
    this.things = villageAt(origin);
    this.#entriesPerPage = entriesPerPage;
  }

  get epoch(): string {
    return `waterveen${this.#epochNumber}`;
  }

  /** Position of the last change. */
  get head(): number {
    return this.#head;
  }

  /** Every address that it stands behind. */
  get addresses(): ReadonlySet<string> {
    const { origin, start } = this;
    const others = ['/', '/.well-known/openstraat', '/feed/checkpoint', '/robots.txt', contextPath].map(
      (path) => origin + path,
    );
    return new Set([start, ...others, ...this.#addresses.keys()]);
  }

  /** What a reader must hold: the digest of all live things. */
  get digest(): string {
    return formatDigest(
      this.#live.reduce(
        (digest, { id = '', data }) =>
          addToDigest(digest, digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined })))),
        0n,
      ),
    );
  }

  get #live(): readonly Entry[] {
    return this.#entries.filter(({ data }) => data !== undefined);
  }

  /** Says things, or says them anew. */
  put(...things: readonly VillageThing[]): void {
    for (const { kind, data } of things) this.#add({ kind, id: data.id, data });
  }

  /** Leaves tombstones, also of things that never were. */
  remove(...things: readonly VillageThing[]): void {
    for (const { kind, data } of things) this.#add({ kind, id: data.id, data: undefined });
  }

  /** Drops things without a trace: as if their tombstones had had their time. */
  forget(...things: readonly VillageThing[]): void {
    const gone = new Set(things.map(({ data }) => data.id));
    this.#entries = this.#entries.filter(({ id }) => id === undefined || !gone.has(id));
  }

  /** Puts something on a page that is none of its things. @param write gets the entry's position */
  smuggle(write: (position: number) => JsonObject): void {
    const position = this.#head + 1_000;
    this.#add({ kind: 'Offer', id: undefined, data: undefined, smuggled: write(position) });
  }

  renewEpoch(): void {
    this.#epochNumber += 1;
  }

  /** Where the entries above a position stand. */
  addressAfter(after: number): string {
    const secret = hash('sha256', `${this.epoch} ${after}`, 'hex').slice(0, 12);
    const address = `${this.origin}/feed?verder=${secret}%2f${secret.slice(0, 3)}+%7e&&k=`;
    this.#addresses.set(address, { epoch: this.epoch, after });
    return address;
  }

  /** The answer to an address: a page, 410, 404, the description or the context. */
  answer(address: string, changes: PageChanges = {}): Response {
    if (address === `${this.origin}/.well-known/openstraat`) return Response.json(this.#description());
    const cursor = address === this.start ? { epoch: this.epoch, after: 0 } : this.#addresses.get(address);
    if (cursor === undefined) return new Response('There is nothing here.', { status: 404 });
    if (cursor.epoch !== this.epoch) return new Response('Begin again.', { status: 410 });
    return this.page(address, cursor.after, changes);
  }

  /** A page, whatever its address. */
  page(self: string, after: number, changes: PageChanges = {}): Response {
    const right = this.#write(self, after, changes);
    const text = JSON.stringify(changes.page?.(right) ?? right);
    return new Response(text, {
      headers: {
        'content-type': 'application/ld+json',
        'cache-control': 'public, max-age=0',
        etag: `"${hash('sha256', text, 'hex').slice(0, 16)}"`,
      },
    });
  }

  #add(entry: Omit<Entry, 'position'>): void {
    this.#head += 1_000;
    this.#entries = [
      ...this.#entries.filter(({ id }) => id === undefined || id !== entry.id),
      { ...entry, position: this.#head },
    ];
  }

  #write(self: string, after: number, { checkpoint = (right) => right }: PageChanges): JsonObject {
    const above = this.#entries.filter(({ position }) => position > after);
    const shown = above.slice(0, this.#entriesPerPage);
    const last = shown.at(-1)?.position ?? after;
    const hasMore = above.length > shown.length;
    const text = writeFeedPage(
      {
        origin: this.origin,
        license: licence,
        epoch: this.epoch,
        self,
        next: shown.length === 0 && self !== this.start ? self : this.addressAfter(hasMore ? last : this.#head),
        withContext: true,
        ...(hasMore ? { moreAfter: last } : { checkpoint: this.#sign(checkpoint(this.#checkpoint())) }),
      },
      shown.map(({ kind, id = '', position, data, smuggled }) =>
        smuggled === undefined
          ? writeFeedItem(this.origin, {
              kind,
              id: id.slice(this.origin.length),
              position,
              dataText: data === undefined ? undefined : JSON.stringify(data),
            })
          : JSON.stringify(smuggled),
      ),
    );
    return JSON.parse(text) as JsonObject;
  }

  #checkpoint(): Checkpoint {
    return {
      type: 'Checkpoint',
      feed: `${this.origin}/feed#stream`,
      epoch: this.epoch,
      position: this.#head,
      live: this.#live.length,
      digest: this.digest,
      previous: null,
      time: '2026-03-09T12:00:00.000Z',
    };
  }

  #sign(checkpoint: Checkpoint): ReturnType<typeof signCheckpoint> {
    return signCheckpoint(checkpoint, {
      secretKeyMultibase: keyPair.secretKeyMultibase,
      verificationMethod: `${this.origin}/.well-known/openstraat#key-1`,
    });
  }

  #description(): JsonObject {
    const { origin } = this;
    const keyObject = (fragment: string, publicKeyMultibase: string): JsonObject => ({
      id: `${origin}/.well-known/openstraat#${fragment}`,
      type: 'Multikey',
      controller: `${origin}/`,
      publicKeyMultibase,
      validFrom: '2026-01-10T12:00:00Z',
    });
    return {
      '@context': origin + contextPath,
      id: `${origin}/`,
      type: ['Catalog', 'Organization'],
      name: 'Winkels in Waterveen',
      areaServed: 'Waterveen',
      origin,
      license: licence,
      operator: { type: 'Operator', name: 'Winkelcoöperatie Waterveen', contact: 'post@waterveen.example' },
      software: { type: 'SoftwareApplication', name: 'openstraat-conformance', version: '1' },
      conformsTo: [conformanceClassIri('publisher')],
      feed: {
        id: `${origin}/feed#stream`,
        type: 'EventStream',
        start: this.start,
        checkpointUrl: `${origin}/feed/checkpoint`,
        epoch: this.epoch,
        tombstoneDays: 30,
      },
      keys: [keyObject('key-1', keyPair.publicKeyMultibase)],
      recoveryKey: keyObject('recovery-key', recoveryKeyPair.publicKeyMultibase),
      fictional: true,
    };
  }
}
