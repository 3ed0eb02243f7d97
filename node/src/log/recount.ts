import {
  addToDigest,
  digestTerm,
  formatDigest,
  type Kind,
  kinds,
  type Position,
  type SetDigest,
  type ThingId,
} from '@openstraat/spec';
import type { LogHead } from './change-log.ts';
import { noneByKind } from './head.ts';

/** Counts entries from nothing, to compare with a head that was kept up with each change. */
export class Recount {
  readonly #origin: string;
  readonly #liveByKind = noneByKind();
  #live = 0;
  #tombstones = 0;
  #digest = 0n;
  #lastPosition = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  get digest(): SetDigest {
    return this.#digest;
  }
  get tombstones(): number {
    return this.#tombstones;
  }
  get entries(): number {
    return this.#live + this.#tombstones;
  }

  /** @param hash of the entry's text; undefined for a tombstone */
  add(
    entry: { readonly position: Position; readonly kind: Kind; readonly id: ThingId },
    hash: string | undefined,
  ): void {
    this.#lastPosition = Math.max(this.#lastPosition, entry.position);
    if (hash === undefined) {
      this.#tombstones += 1;
      return;
    }
    this.#live += 1;
    this.#liveByKind[entry.kind] += 1;
    this.#digest = addToDigest(this.#digest, digestTerm(this.#origin + entry.id, hash));
  }

  /** What the head says otherwise, one sentence each. */
  differences(head: LogHead): readonly string[] {
    const figures: readonly (readonly [string, number | string, number | string])[] = [
      ['live things', head.live, this.#live],
      ...kinds.map((kind) => [`live things of kind ${kind}`, head.liveByKind[kind], this.#liveByKind[kind]] as const),
      ['tombstones', head.tombstones, this.#tombstones],
      ['digest', formatDigest(head.digest), formatDigest(this.#digest)],
    ];
    return [
      ...figures.flatMap(([what, stated, counted]) =>
        stated === counted ? [] : [`The head says ${what}: ${stated}, but the entries make it ${counted}.`],
      ),
      ...(endsAtHead(this.#lastPosition, head)
        ? []
        : [`The head is at position ${head.position}, but the last entry is at ${this.#lastPosition}.`]),
    ];
  }
}

/** Whether the last entry stands where the head says: only a dropped tombstone can be missing from the end. */
export const endsAtHead = (lastPosition: Position, head: LogHead): boolean =>
  lastPosition === head.position || (lastPosition < head.position && head.droppedTombstone === head.position);
