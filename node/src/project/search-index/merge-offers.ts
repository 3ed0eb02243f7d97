import { ProductCells } from './cells.ts';
import { copyOffer, createOfferColumns } from './offer-columns.ts';
import { addToSlots, createOfferSlots } from './offer-slots.ts';
import type { MergedOffers, OfferMergeInput } from './offer-table.ts';
import { goneSubject, none } from './search-view.ts';
import { roomFor, sharedUint32 } from './shared-arrays.ts';

/** Puts offers in order of their products, without those that are gone: pure, for a worker or in place. */
export const mergeOffers = ({ columns, end, subjectEnd, locationCells }: OfferMergeInput): MergedOffers => {
  // The node goes on writing while a worker reads: what is gone is decided once. The product of an offer never changes.
  const availability = columns.availability.slice(0, end);
  const starts = sharedUint32(subjectEnd + 1);
  for (let offer = 0; offer < end; offer++) {
    if (availability[offer] === goneSubject) continue;
    const product = columns.product[offer] ?? 0;
    starts[product + 1] = (starts[product + 1] ?? 0) + 1;
  }
  for (let product = 0; product < subjectEnd; product++)
    starts[product + 1] = (starts[product + 1] ?? 0) + (starts[product] ?? 0);
  const live = starts[subjectEnd] ?? 0;
  const merged = createOfferColumns(roomFor(live));
  const newNumbers = sharedUint32(end).fill(none);
  const places = starts.slice();
  const slots = createOfferSlots(live);
  const cells = new ProductCells();
  cells.reserve(subjectEnd);
  for (let offer = 0; offer < end; offer++) {
    if (availability[offer] === goneSubject) continue;
    const product = columns.product[offer] ?? 0;
    const number = places[product] ?? 0;
    places[product] = number + 1;
    newNumbers[offer] = number;
    copyOffer(columns, offer, merged, number);
    merged.availability[number] = availability[offer] ?? 0;
    addToSlots(slots, merged, number);
    cells.add(product, locationCells[columns.location[offer] ?? none] ?? 0);
  }
  return { columns: merged, end: live, starts, newNumbers, slots, productCells: cells.bits };
};
