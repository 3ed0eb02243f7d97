import { addToDigest, canonicalJson, dataHash, digestTerm, subtractFromDigest } from '@openstraat/spec';
import { isObject, isPosition, type JsonObject } from '../json/json-value.ts';
import type { SeenEntry } from './seen-page.ts';

/** A thing as the newest entry that was met says. */
export interface HeldThing {
  readonly kind: unknown;
  readonly position: number;
  readonly isLive: boolean;
  /** What it adds to the digest; undefined for a tombstone, and where its data has no canonical form. */
  readonly term: bigint | undefined;
  /** Of a tombstone, whose age counts; there may be a million others. */
  readonly published?: unknown;
  /** Where a tombstone says that the thing lives on. */
  readonly movedTo?: string;
  /** Exchange of the page, and index on it. */
  readonly exchange: number;
  readonly at: number;
}

/** What a thing adds to the digest. */
export type TermOf = (id: string, data: JsonObject) => bigint;

/** The term by the rules of CHK-008 and CHK-009. */
export const specifiedTerm: TermOf = (id, data) =>
  digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined })));

/** What a reader holds that takes in entries: the newest state of each thing, and the digest over it. */
export class Replica {
  readonly things: Map<string, HeldThing> = new Map();
  live = 0;
  digest = 0n;
  /** Live things whose data has no canonical form: while there are any, no digest can be compared. */
  withoutTerm = 0;
  readonly #termOf: TermOf;
  readonly #known: ReadonlyMap<string, HeldThing> | undefined;

  /** @param known things of an earlier walk: those that stand where they stood are not held twice */
  constructor(termOf: TermOf = specifiedTerm, known?: ReadonlyMap<string, HeldThing>) {
    this.#termOf = termOf;
    this.#known = known;
  }

  /** Takes an entry in, unless it holds a newer one. @returns what it held of the thing before */
  take(exchange: number, { at, item }: SeenEntry): HeldThing | undefined {
    const { id, modified, state, data, kind, published, movedTo } = item;
    if (typeof id !== 'string' || !isPosition(modified)) return undefined;
    const held = this.things.get(id);
    if (held !== undefined && held.position >= modified) return held;
    if (held !== undefined) this.#count(held, -1);
    const isLive = state === 'updated';
    const known = this.#known?.get(id);
    const thing: HeldThing =
      known?.position === modified && known.isLive === isLive
        ? known
        : {
            kind,
            position: modified,
            isLive,
            term: isLive ? this.#termFor(id, data) : undefined,
            ...(isLive ? {} : { published }),
            ...(typeof movedTo === 'string' && !isLive ? { movedTo } : {}),
            exchange,
            at,
          };
    this.#count(thing, 1);
    this.things.set(id, thing);
    return held;
  }

  #termFor(id: string, data: unknown): bigint | undefined {
    if (!isObject(data)) return undefined;
    try {
      return this.#termOf(id, data);
    } catch {
      // Half a surrogate pair has no canonical form; VOC-008 says so.
      return undefined;
    }
  }

  #count({ isLive, term }: HeldThing, by: 1 | -1): void {
    if (!isLive) return;
    this.live += by;
    if (term === undefined) this.withoutTerm += by;
    else this.digest = by === 1 ? addToDigest(this.digest, term) : subtractFromDigest(this.digest, term);
  }
}
