import { join } from 'node:path';
import { type BenchOffer, benchGtin, benchOffers, type BenchSize, offerLine, writeLines } from '../generate.ts';

const firstSeenMs = Date.parse('2026-11-21T04:00:00Z');

/** Deliveries that change prices, each of which ends with a price by which a search knows that it has arrived. */
export interface Changes {
  /** The product that is looked at; nobody else sells it. */
  readonly markGtin: string;
  /**
   * Writes a delivery of `count` changes.
   * @returns its path, and the price of the last change
   */
  write(count: number): Promise<{ readonly file: string; readonly price: string }>;
}

/** Offers without end: all of them, then all of them again. */
const roundAndRound = function* (size: BenchSize): Generator<BenchOffer> {
  for (;;) yield* benchOffers(size);
};

/** Writes deliveries into a folder; each goes on where the one before it ended. */
export const changesOf = (size: BenchSize, folder: string): Changes => {
  const markProduct = size.products;
  const offers = roundAndRound(size);
  let round = 0;
  const linesOf = function* (count: number, price: string, seenAt: string): Generator<string> {
    for (let left = count - 1; left > 0; left -= 1) {
      const { value } = offers.next() as IteratorYieldResult<BenchOffer>;
      yield offerLine({ ...value, price, stock: 5 }, seenAt);
    }
    yield offerLine({ product: markProduct, shop: 0, price, stock: 5 }, seenAt);
  };
  return {
    markGtin: benchGtin(markProduct),
    async write(count) {
      round += 1;
      const price = `${100 + round}.25`;
      const file = join(folder, `changes-${round}.ndjson`);
      const seenAt = new Date(firstSeenMs + round * 1_000).toISOString();
      await writeLines(file, linesOf(count, price, seenAt));
      return { file, price };
    },
  };
};
