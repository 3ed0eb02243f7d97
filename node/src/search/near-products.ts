import { cellWords } from '../project/search-index/cells.ts';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import type { NearCells } from './near-cells.ts';
import type { SubjectTexts } from './subject-texts.ts';

/** How finely nearness is told: a bit a step. */
const steps = 32;

/** The bit of a nearness above 0: a higher one is nearer. */
export const stepBit = (nearness: number): number => 1 << Math.min(steps - 1, Math.floor(nearness * steps));

/** What the nearest of some bits is at most. */
const nearnessMaxOf = (bits: number): number => (steps - Math.clz32(bits)) / steps;

type Offers = Pick<SearchView, 'offers' | 'offerEnd' | 'offerStarts' | 'newestOffer' | 'offerBefore'>;

/** The bits of the locations of offers that are not in order of their products yet. */
const bitsOfNewer = (product: number, bits: Uint32Array, view: Offers): number => {
  let near = 0;
  for (let offer = view.newestOffer(product); offer !== none; offer = view.offerBefore(offer))
    near |= bits[view.offers.location[offer] as number] ?? 0;
  return near;
};

/** Numbers of 32 bits that come from memory together. */
const lineLength = 16;

/**
 * Products that may be offered on one side of the radius, and how near. One is made a process and filled by each search, so that a common word allocates nothing.
 * What a search waits for is memory: everything here is a loop over all products that asks for many lines of it at once, and has hardly a branch to guess.
 */
export class NearProducts {
  #products = new Uint32Array(0);
  #texts = new Float64Array(0);
  #nearness = new Float64Array(0);
  #count = 0;
  /** What the last look came to: nobody needs it, but a look for nothing would be left out. */
  touched = 0;

  get count(): number {
    return this.#count;
  }

  /** The products: the first `count`. */
  get products(): Uint32Array {
    return this.#products;
  }

  /** How well the words fit each of them, in the same order. */
  get texts(): Float64Array {
    return this.#texts;
  }

  /** What the ranking's value of the distance is at most for an offer of each of them, in the same order. */
  get nearness(): Float64Array {
    return this.#nearness;
  }

  /** Takes all products, each as near as that. */
  takeAll({ count, found, texts }: SubjectTexts, nearnessMax: number): void {
    this.#makeRoom(count);
    this.#products.set(found.subarray(0, count));
    this.#texts.set(texts.subarray(0, count));
    this.#nearness.fill(nearnessMax, 0, count);
    this.#count = count;
  }

  /**
   * Takes those of the products that are offered at a location with a bit, offers that are gone among them.
   * @param bits of each location (`stepBit`): 0 for those that are not near
   */
  takeNear(
    products: SubjectTexts,
    cells: NearCells,
    bits: Uint32Array,
    view: Offers & Pick<SearchView, 'productCells'>,
  ): void {
    this.#takeInCells(products, cells, view.productCells);
    this.#touch(view);
    this.#keepWithBits(bits, view);
  }

  /** Takes the products that are offered in any of the cells. */
  #takeInCells({ count, found, texts }: SubjectTexts, { bits }: NearCells, productCells: Uint32Array): void {
    this.#makeRoom(count);
    const [kept, keptTexts] = [this.#products, this.#texts];
    // One by one, since a loop would take longer than the look.
    const [first = 0, second = 0, third = 0, fourth = 0] = bits;
    let end = 0;
    for (let at = 0; at < count; at++) {
      const product = found[at] as number;
      const start = product * cellWords;
      const common =
        ((productCells[start] as number) & first) |
        ((productCells[start + 1] as number) & second) |
        ((productCells[start + 2] as number) & third) |
        ((productCells[start + 3] as number) & fourth);
      kept[end] = product;
      keptTexts[end] = texts[at] as number;
      // One more where any bit is set.
      end += (common | -common) >>> 31;
    }
    this.#count = end;
  }

  /** Looks at where the offers of all products are, so that they come from memory side by side; one by one, the loop behind would wait for each. */
  #touch({ offers, offerStarts }: Offers): void {
    const { location } = offers;
    let sum = 0;
    const last = offerStarts.length - 1;
    const lastOffer = Math.max(0, location.length - 1);
    for (let at = 0; at < this.#count; at++) {
      const start = offerStarts[Math.min(this.#products[at] as number, last)] as number;
      const next = Math.min(start + lineLength - 1, lastOffer);
      sum = (sum + (location[Math.min(start, lastOffer)] as number) + (location[next] as number)) | 0;
    }
    this.touched = sum;
  }

  /** Keeps the products that have an offer at a location with a bit. */
  #keepWithBits(bits: Uint32Array, view: Offers): void {
    const { location } = view.offers;
    const { offerStarts } = view;
    const last = offerStarts.length - 1;
    const hasNewer = view.offerEnd > (offerStarts[last] ?? 0);
    const [products, texts, nearness] = [this.#products, this.#texts, this.#nearness];
    const count = this.#count;
    let end = 0;
    for (let at = 0; at < count; at++) {
      const product = products[at] as number;
      const offersEnd = offerStarts[Math.min(product + 1, last)] as number;
      let near = hasNewer ? bitsOfNewer(product, bits, view) : 0;
      for (let offer = offerStarts[Math.min(product, last)] as number; offer < offersEnd; offer++)
        near |= bits[location[offer] as number] as number;
      products[end] = product;
      texts[end] = texts[at] as number;
      nearness[end] = nearnessMaxOf(near);
      end += (near | -near) >>> 31;
    }
    this.#count = end;
  }

  #makeRoom(products: number): void {
    if (products < this.#products.length) return;
    const room = Math.ceil(products * 1.25) + 64;
    this.#products = new Uint32Array(room);
    this.#texts = new Float64Array(room);
    this.#nearness = new Float64Array(room);
  }
}
