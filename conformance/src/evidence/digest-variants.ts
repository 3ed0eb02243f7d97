import { canonicalJson, dataHash, digestTerm, type Json } from '@openstraat/spec';
import { evidenceLimits } from './limits.ts';
import type { TermOf } from './digest-term.ts';
import { Replica } from './replica.ts';
import type { SeenEntry } from './seen-page.ts';

/** A way to hash data that is easily taken for the right one. */
interface Variant {
  /** What is wrong with it, behind "its data hashes are made". */
  readonly words: string;
  readonly termOf: (origin: string) => TermOf;
}

const variants: readonly Variant[] = [
  {
    words: 'with @context in the data',
    termOf: () => (id, data) => digestTerm(id, dataHash(canonicalJson(data as Json))),
  },
  {
    words: 'with ids relative to the origin',
    termOf: (origin) => (id, data) =>
      digestTerm(id, dataHash(canonicalJson({ ...data, '@context': undefined }).replaceAll(`"${origin}/`, '"/'))),
  },
  {
    words: 'of JSON that is not in canonical form',
    termOf: () => (id, data) => digestTerm(id, dataHash(JSON.stringify({ ...data, '@context': undefined }))),
  },
];

/** A digest that comes of a mistake. */
export interface VariantDigest {
  readonly words: string;
  readonly digest: bigint;
}

/** Keeps the digests that mistakes would give, as long as the feed is short: a wrong digest can then be explained. */
export class DigestVariants {
  readonly #replicas: readonly (readonly [words: string, replica: Replica])[];

  constructor(origin: string) {
    this.#replicas = variants.map(({ words, termOf }) => [words, new Replica(termOf(origin))]);
  }

  take(exchange: number, entry: SeenEntry): void {
    for (const [, replica] of this.#replicas)
      if (replica.things.size < evidenceLimits.diagnosedThingsMax) replica.take(exchange, entry);
  }

  get digests(): readonly VariantDigest[] {
    return this.#replicas.map(([words, { digest }]) => ({ words, digest }));
  }
}
