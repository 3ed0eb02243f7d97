import { NumberColumn } from '../../../compact/number-column.ts';
import { TextTable } from '../../../compact/text-table.ts';
import type { HeldThing, HeldThings } from '../../../evidence/held-thing.ts';
import { evidenceLimits } from '../../../evidence/limits.ts';

/** The properties in which things name others of the same feed. */
export const referenceNames = [
  'itemOffered',
  'availableAtOrFrom',
  'location',
  'provider',
  'containedInPlace',
  'source',
] as const;

/** An entry that names a thing. */
export interface Naming {
  /** Exchange of its page, and index on it. */
  readonly page: number;
  readonly at: number;
  readonly position: number;
  readonly name: (typeof referenceNames)[number];
}

/** A live thing that names one that is deleted. */
export interface Dangling {
  readonly thing: HeldThing;
  readonly name: string;
  readonly target: string;
}

const placeOf = (page: number, at: number): string => `${page} ${at}`;

/** Of each thing that is named, the newest entry that names it. There may be millions. */
export class NamedThings {
  readonly #targets = new TextTable();
  readonly #pages = new NumberColumn(Uint32Array);
  readonly #indexes = new NumberColumn(Uint32Array);
  readonly #positions = new NumberColumn(Float64Array);
  readonly #names = new NumberColumn(Uint8Array);

  add(target: string, { page, at, position, name }: Naming): void {
    const known = this.#targets.size;
    const row = this.#targets.add(target);
    if (row < known && this.#positions.get(row) >= position) return;
    this.#pages.set(row, page);
    this.#indexes.set(row, at);
    this.#positions.set(row, position);
    this.#names.set(row, referenceNames.indexOf(name));
  }

  /** Which of those entries are still their things' newest, and name what is deleted. */
  *dangling(things: HeldThings): Generator<Dangling> {
    const rows = new Map<string, number[]>();
    for (let row = 0; row < this.#targets.size && rows.size < evidenceLimits.suspectsMax; row++) {
      if (things.get(this.#targets.text(row))?.isLive !== false) continue;
      const place = placeOf(this.#pages.get(row), this.#indexes.get(row));
      rows.set(place, [...(rows.get(place) ?? []), row]);
    }
    if (rows.size === 0) return;
    for (const thing of things.values()) {
      if (!thing.isLive) continue;
      for (const row of rows.get(placeOf(thing.exchange, thing.at)) ?? [])
        yield { thing, name: referenceNames[this.#names.get(row)] ?? '', target: this.#targets.text(row) };
    }
  }
}
