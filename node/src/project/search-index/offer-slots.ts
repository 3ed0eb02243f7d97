import type { OfferColumns } from './search-view.ts';
import { goneSubject, none } from './search-view.ts';
import { sharedUint32 } from './shared-arrays.ts';

/** Offers by product and location: open addressing, in segments that grow one by one, so that no growth takes long. */
export interface OfferSlots {
  /** Offer numbers, or `none`; the length of each is a power of two. */
  readonly segments: Uint32Array[];
  /** How many slots of each are taken, by offers that are gone too. */
  readonly taken: Uint32Array;
}

const segmentBits = 6;
const segmentCount = 1 << segmentBits;
const slotsMin = 16;

type Columns = Pick<OfferColumns, 'product' | 'location' | 'availability'>;

const hashOf = (product: number, location: number): number => {
  let hash = Math.imul(product ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(location + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const emptySegment = (length: number): Uint32Array => sharedUint32(length).fill(none);

/** Slots for about so many offers. */
export const createOfferSlots = (offers: number): OfferSlots => {
  let length = slotsMin;
  while (length * segmentCount < offers * 1.5) length *= 2;
  return {
    segments: Array.from({ length: segmentCount }, () => emptySegment(length)),
    taken: sharedUint32(segmentCount),
  };
};

const put = (slots: Uint32Array, hash: number, offer: number): void => {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== none) slot = (slot + 1) & mask;
  slots[slot] = offer;
};

/** A segment without the offers that are gone, and with room for more. */
const renewSegment = (slots: Uint32Array, columns: Columns): { slots: Uint32Array; taken: number } => {
  const live = slots.filter((offer) => offer !== none && columns.availability[offer] !== goneSubject);
  let length = slotsMin;
  while (length < live.length * 2 + 2) length *= 2;
  const renewed = emptySegment(length);
  for (const offer of live) put(renewed, hashOf(columns.product[offer] ?? 0, columns.location[offer] ?? 0), offer);
  return { slots: renewed, taken: live.length };
};

/** Adds an offer whose columns are written. */
export const addToSlots = ({ segments, taken }: OfferSlots, columns: Columns, offer: number): void => {
  const hash = hashOf(columns.product[offer] ?? 0, columns.location[offer] ?? 0);
  const segment = hash >>> (32 - segmentBits);
  let slots = segments[segment] ?? emptySegment(slotsMin);
  if (((taken[segment] ?? 0) + 1) * 4 > slots.length * 3) {
    const renewed = renewSegment(slots, columns);
    ({ slots } = renewed);
    segments[segment] = slots;
    taken[segment] = renewed.taken;
    // It is in the columns already, but not yet in the slots.
  }
  put(slots, hash, offer);
  taken[segment] = (taken[segment] ?? 0) + 1;
};

/** The live offer of a product at a location that `fits`; `none` when there is none. */
export const findInSlots = (
  { segments }: OfferSlots,
  columns: Columns,
  product: number,
  location: number,
  fits: (offer: number) => boolean,
): number => {
  const hash = hashOf(product, location);
  const slots = segments[hash >>> (32 - segmentBits)];
  if (slots === undefined) return none;
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const offer = slots[slot] ?? none;
    if (offer === none) return none;
    if (
      columns.product[offer] === product &&
      columns.location[offer] === location &&
      columns.availability[offer] !== goneSubject &&
      fits(offer)
    )
      return offer;
  }
};
